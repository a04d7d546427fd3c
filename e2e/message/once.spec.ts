import { bubbles, bubblesOf, opens } from '../support/phrases'
import { expect, test } from '../support/test'

// The channel is subscribed to raw and normalized events, so every line of a member comes at least twice.

test('every message of a member is one bubble, equal texts included', { tag: '@long' }, async ({
  agent,
  member,
  simulator,
}) => {
  await simulator.says(member, 'first')
  await opens(agent, member)
  for (const text of ['ok', 'ok', 'last']) await simulator.says(member, text)
  await expect(bubbles(agent, 'last')).toHaveCount(1)
  await simulator.settles()
  await expect(bubbles(agent, 'ok')).toHaveCount(2)
  await expect(bubblesOf(agent, member.name)).toHaveCount(4)
})

test('webhooks that are repeated and out of order add nothing', { tag: '@long' }, async ({
  agent,
  member,
  simulator,
}) => {
  await simulator.says(member, 'before')
  await simulator.says(member, 'repeated', { faults: ['duplicate'], copies: 5 })
  await simulator.says(member, 'shuffled', { faults: ['shuffle'] })
  await simulator.settles()
  await opens(agent, member)
  await expect(bubblesOf(agent, member.name)).toHaveText([/before/, /repeated/, /shuffled/])
})

test('a delivery that is not signed is refused and shows nothing', { tag: '@long' }, async ({
  agent,
  member,
  simulator,
}) => {
  const forged = JSON.stringify({
    contacts: [{ profile: { name: member.name }, wa_id: member.externalId }],
    messages: [
      {
        from: member.externalId,
        id: `forged-${member.externalId}`,
        text: { body: 'forged' },
        timestamp: String(Math.floor(Date.now() / 1000)),
        type: 'text',
      },
    ],
  })
  expect((await simulator.sendRaw(forged, false)).status).toBe(401)
  await simulator.says(member, 'genuine')
  await opens(agent, member)
  await expect(bubbles(agent, 'genuine')).toHaveCount(1)
  await expect(bubbles(agent, 'forged')).toHaveCount(0)

  expect((await simulator.sendRaw('{"broken": ', true)).status).toBe(200)
})
