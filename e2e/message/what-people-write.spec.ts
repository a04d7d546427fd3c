import type { Locator } from '@playwright/test'
import { connectOwnChannel } from '../support/own-channel'
import { bubbles, list, opens, replyBox, row, takesOver, thread } from '../support/phrases'
import { type Member, newMember } from '../support/simulator'
import { expect, test } from '../support/test'
import { t } from '../support/words'

/** A raw WhatsApp body with one message. */
function raw({ externalId, name }: Member, id: string, content: object): string {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const contacts = [{ profile: { name }, wa_id: externalId }]
  const message = { from: externalId, id: `${id}-${externalId}`, timestamp, ...content }
  return JSON.stringify({ contacts, messages: [message] })
}

function directionOf(element: Locator) {
  return element.evaluate((node) => getComputedStyle(node).direction)
}

test('each link is the address alone, mail and telephone lead too, and marks are WhatsApp’s', {
  tag: '@long',
}, async ({ agent, member, simulator }) => {
  await simulator.says(member, 'Hi')
  await opens(agent, member)
  await simulator.says(
    member,
    '(see https://a.example/Jacket_(clothing)) [https://a.example/y] https://a.example/عن، https://a.example/m… or www.b.example, mail help@shop.example or call +852 9123 0001. __x__ is `npm i`',
  )
  const bubble = thread(agent).getByRole('article').filter({ hasText: '__x__' })
  await expect(bubble).toContainText('__x__ is npm i')
  await expect(bubble.getByRole('code')).toHaveText('npm i')
  await expect(bubble.getByRole('link')).toHaveText([
    'https://a.example/Jacket_(clothing)',
    'https://a.example/y',
    'https://a.example/عن',
    'https://a.example/m',
    'www.b.example',
    'help@shop.example',
    '+852 9123 0001',
  ])
  await expect(bubble.getByRole('link', { name: 'www.b.example' })).toHaveAttribute(
    'href',
    'https://www.b.example/',
  )
  await expect(bubble.getByRole('link', { name: '+852' })).toHaveAttribute(
    'href',
    'tel:+85291230001',
  )
})

test('Arabic runs right to left in the bubble, in the row, in the hand-over card and in the box', {
  tag: '@long',
}, async ({ agent, member, simulator }) => {
  const words = 'أريد إلغاء الطلب رقم 12345.'
  await simulator.says(member, words)
  // The card tells what lies above what is in sight.
  for (const text of ['Sizes', 'Returns', 'Sizes', 'Shipping', 'Returns']) {
    await simulator.settles()
    await simulator.says(member, text)
  }
  await opens(agent, member)
  await takesOver(agent)
  const steps = agent
    .getByRole('region', { name: t('owner.handOver.label') })
    .getByRole('list', { name: t('owner.handOver.steps') })
  const places = [
    thread(agent).getByRole('article').getByText(words, { exact: true }),
    steps.getByText(words, { exact: true }),
  ]
  for (const place of places) await expect.poll(() => directionOf(place.first())).toBe('rtl')
  await simulator.says(member, 'שלום 😀!')
  await expect.poll(() => directionOf(row(agent, member).getByText('שלום').first())).toBe('rtl')
  await replyBox(agent).fill('مرحبا')
  await expect.poll(() => directionOf(replyBox(agent))).toBe('rtl')
})

test('contact cards without a name say so, and are found by their number as people write it', {
  tag: '@long',
}, async ({ agent, simulator }) => {
  const member = newMember()
  const digits = member.externalId.slice(-7)
  const cards = [
    { name: {}, phones: [{ phone: `+852 7${digits.slice(0, 3)} ${digits.slice(3)}` }] },
    { name: { formatted_name: '' }, phones: [{ phone: '+852 9000 0002' }] },
  ]
  await simulator.sendRaw(raw(member, 'cards', { type: 'contacts', contacts: cards }))
  await opens(agent, member)
  await expect(thread(agent).getByText(t('message.card.noName'))).toHaveCount(2)
  await expect(row(agent, member)).toContainText(', +852 9000 0002')
  await agent.goto(
    `/inbox?view=all&q=${encodeURIComponent(`7${digits.slice(0, 3)}-${digits.slice(3)}`)}`,
  )
  await expect(list(agent).getByRole('link', { name: member.name })).toHaveCount(1)
})

test('on Telegram dice are dice, who blocked the bot is told, and a hidden address shows', {
  tag: '@long',
}, async ({ agent, simulator, simulatorUrl, appUrl }) => {
  const own = await connectOwnChannel(appUrl, simulatorUrl, { platform: 'telegram' })
  const id = Number(String(Date.now()).slice(-9))
  const nadia = { id, is_bot: false, first_name: `Nadia ${id}` }
  const chat = { id, type: 'private' }
  const date = Math.floor(Date.now() / 1000)
  const message = (number: number, content: object) => ({
    update_id: number,
    message: { message_id: number, from: nadia, chat, date, ...content },
  })
  const says = (body: object) => simulator.sendRaw(JSON.stringify(body), true, own.stellaId)
  const link = { type: 'text_link', offset: 5, length: 4, url: 'https://shop.example/returns' }
  await says(message(1, { text: 'read this, please', entities: [link] }))
  await says(message(2, { forward_origin: { type: 'user' }, dice: { emoji: '🎲', value: 4 } }))
  await agent.goto('/inbox?view=all')
  await list(agent).getByText(nadia.first_name).click()
  await expect(bubbles(agent, 'read this (https://shop.example/returns), please')).toHaveCount(1)
  const dice = thread(agent)
    .getByRole('article')
    .filter({ hasText: t('message.unknown.dice') })
  await expect(dice).toContainText('🎲 4')
  await expect(dice).not.toContainText('forward')
  await says({
    update_id: 3,
    my_chat_member: { chat, from: nadia, date, new_chat_member: { status: 'kicked' } },
  })
  await expect(thread(agent)).toContainText(t('member.notice.blocked'))
  await own.close()
})
