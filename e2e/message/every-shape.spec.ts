import { bubbles, opens, thread } from '../support/phrases'
import type { Member } from '../support/simulator'
import { expect, test } from '../support/test'
import { like, t } from '../support/words'

/** A raw WhatsApp body with one message, as Stella hands it on. */
function raw({ externalId, name }: Member, id: string, content: object, secondsAgo = 0): string {
  const timestamp = String(Math.floor(Date.now() / 1000) - secondsAgo)
  const contacts = [{ profile: { name }, wa_id: externalId }]
  return JSON.stringify({ contacts, messages: [{ from: externalId, id, timestamp, ...content }] })
}

test('what we have no picture of is a card, and whoever answers can read its exact bytes', {
  tag: '@long',
}, async ({ agent, member, simulator }) => {
  await simulator.says(member, 'Hi')
  await opens(agent, member)
  const content = { type: 'hologram', hologram: { depth: 3 } }
  await simulator.sendRaw(raw(member, `holo-${member.externalId}`, content))
  const card = thread(agent)
    .getByRole('article')
    .filter({ hasText: t('message.unknown.title') })
  await expect(card).toContainText('hologram')
  await card.getByRole('button', { name: t('message.unknown.viewRaw') }).click()
  const dialog = agent.getByRole('dialog', { name: t('message.passport.rawTitle') })
  await expect(dialog).toContainText('"depth": 3')
  await agent.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('reactions come and go, quotes lead or say why not, and what came late says so', async ({
  agent,
  member,
  simulator,
}) => {
  await simulator.says(member, 'Hi')
  await opens(agent, member)
  const id = (name: string) => `${name}-${member.externalId}`
  const text = (body: string) => ({ type: 'text', text: { body } })
  const react = (emoji: string) => ({
    type: 'reaction',
    reaction: { message_id: id('first'), emoji },
  })
  await simulator.sendRaw(raw(member, id('first'), text('The blue one')))
  const first = bubbles(agent, 'The blue one').first()
  await expect(first).toBeVisible()

  await simulator.sendRaw(raw(member, id('sign'), react('👍'), 5))
  await expect(first.getByRole('list', { name: t('message.reactions.label') })).toContainText('👍')
  await simulator.sendRaw(raw(member, id('sign-off'), react('')))
  await expect(first.getByRole('list', { name: t('message.reactions.label') })).toBeHidden()

  const quoting = (target: string) => ({ ...text('This'), context: { id: target } })
  await simulator.sendRaw(raw(member, id('quote'), quoting(id('first'))))
  await expect(
    agent.getByRole('button', { name: t('message.quote.goTo', { preview: 'The blue one' }) }),
  ).toBeVisible()
  await simulator.sendRaw(raw(member, id('lost'), quoting('nobody-has-it')))
  await expect(thread(agent)).toContainText(t('message.quote.gone'))

  await simulator.sendRaw(raw(member, id('late'), text('Posted in a tunnel'), 600))
  await expect(bubbles(agent, 'Posted in a tunnel')).toContainText(like('message.late.line'))
})
