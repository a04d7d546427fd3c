import { bubbles, bubblesOf, conversationIdOf, opens, owner, row, thread } from '../support/phrases'
import { MESSENGER, type Member, newMember } from '../support/simulator'
import { expect, test } from '../support/test'
import { like, t } from '../support/words'

test('an edited message shows its new words, and its old ones when asked', {
  tag: '@long',
}, async ({ agent, member, simulator }) => {
  await simulator.says(member, 'See you at five')
  await opens(agent, member)
  await simulator.happens(member, 'edit', 'See you at six')
  const bubble = bubbles(agent, 'See you at six')
  await expect(bubble).toHaveCount(1)
  await expect(bubbles(agent, 'See you at five')).toHaveCount(0)
  await bubble.getByRole('button', { name: t('message.edited.show') }).click()
  await expect(bubble.getByRole('list', { name: t('message.edited.earlier') })).toContainText(
    'See you at five',
  )
})

test('an answer from the phone app answers: nobody waits until the member writes again', {
  tag: '@long',
}, async ({ agent, member, simulator }) => {
  // Platform times are whole seconds, and an answer in the second of the question is none.
  await simulator.says(member, 'I want to talk to a person', { at: Date.now() - 5_000 })
  await agent.goto('/inbox?view=waiting')
  await row(agent, member).click()
  await expect(owner(agent)).toContainText(t('owner.line.waiting'))
  await simulator.happens(member, 'answer', 'Yes, until nine')
  await expect(bubblesOf(agent, t('message.author.phone'))).toContainText('Yes, until nine')
  await expect(owner(agent)).toContainText(t('owner.line.elsewhereShort'))
  await expect(row(agent, member)).toBeHidden()
  await simulator.says(member, 'Thanks! And on Monday?')
  await expect(owner(agent)).toContainText(t('owner.line.waiting'))
  await expect(row(agent, member)).toBeVisible()
})

test('calls and wishes about marketing are lines, and the member panel says who wants none', {
  tag: '@long',
}, async ({ agent, member, simulator }) => {
  await simulator.says(member, 'Hi')
  await opens(agent, member)
  await simulator.happens(member, 'call-missed')
  await expect(thread(agent)).toContainText(t('member.call.missed'))
  await simulator.happens(member, 'call-taken')
  await expect(thread(agent)).toContainText(
    t('member.call.lasted', {
      call: { key: 'member.call.taken' },
      duration: { ms: 48_000, finest: 'seconds' },
    }),
  )
  await simulator.happens(member, 'marketing-stop')
  await expect(thread(agent)).toContainText(t('member.notice.marketingStopped'))
  await expect(agent.getByRole('complementary', { name: t('member.panel.label') })).toContainText(
    like('member.marketing.stopped'),
  )
})

/** What a member writes under a hidden number, or under both ids. */
function written({ externalId, name }: Member, words: string, ids: ('number' | 'user')[]): string {
  const user_id = `HK.${externalId}`
  const contact = {
    profile: { name },
    ...(ids.includes('number') && { wa_id: externalId }),
    ...(ids.includes('user') && { user_id }),
  }
  const message = {
    id: `${words}-${externalId}`,
    timestamp: String(Math.floor(Date.now() / 1000)),
    type: 'text',
    text: { body: words },
    ...(ids.includes('number') && { from: externalId }),
    ...(ids.includes('user') && { from_user_id: user_id }),
  }
  return JSON.stringify({ contacts: [contact], messages: [message] })
}

test('two threads of one person become one, and whoever reads the one that goes is led along', {
  tag: '@long',
}, async ({ agent, member, simulator }) => {
  await simulator.sendRaw(written(member, 'Under my number', ['number']))
  await opens(agent, member)
  const kept = await conversationIdOf(agent, member)
  const hidden = { ...member, name: `Hidden ${member.name}` }
  await simulator.sendRaw(written(hidden, 'Under a hidden number', ['user']))
  await opens(agent, hidden)
  await expect(bubbles(agent, 'Under a hidden number')).toBeVisible()
  const gone = new URL(agent.url()).pathname
  await simulator.sendRaw(written(member, 'With both', ['number', 'user']))
  await expect(agent).toHaveURL(new RegExp(kept))
  for (const words of ['Under my number', 'Under a hidden number', 'With both'])
    await expect(bubbles(agent, words)).toHaveCount(1)
  await expect(thread(agent)).toContainText(like('member.notice.threadsJoined'))

  await test.step('an old link leads there too', async () => {
    await agent.goto(gone)
    await expect(bubbles(agent, 'With both')).toBeVisible()
    await expect(agent).toHaveURL(new RegExp(kept))
  })
})

test('a mixed message shows all its parts, and the page’s own inbox is a line of our side', {
  tag: '@long',
}, async ({ agent, simulator }) => {
  const member = newMember(MESSENGER)
  await simulator.says(member, 'Anyone there?')
  await opens(agent, member)
  const file = (type: string, name: string) => ({
    type,
    payload: { url: `https://files.invalid/${name}` },
  })
  const place = { lat: 22.28, long: 114.15 }
  const attachments = [
    file('image', 'a.png'),
    file('file', 'price-list.pdf'),
    file('image', 'b.png'),
    { type: 'location', title: 'Pier 4', payload: { coordinates: place } },
  ]
  const message = { mid: `mixed-${member.externalId}`, text: 'all this', attachments }
  const ends = { sender: { id: member.externalId }, recipient: { id: '1100000000001' } }
  const body = JSON.stringify({ ...ends, timestamp: Date.now(), message })
  await simulator.sendRaw(body, true, MESSENGER)
  const bubble = bubbles(agent, 'all this')
  await expect(bubble).toContainText('Pier 4')
  await expect(bubble.getByRole('link', { name: t('message.card.openMap') })).toBeVisible()
  await simulator.happens(member, 'answer', 'Yes, how can I help?')
  await expect(bubblesOf(agent, t('message.author.page'))).toContainText('Yes, how can I help?')
})
