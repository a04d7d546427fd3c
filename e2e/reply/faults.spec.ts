import { bubbles, CONFIRMED, opens, owner, replies, replyBox, sendButton } from '../support/phrases'
import type { Member, Simulator } from '../support/simulator'
import { answers } from '../support/started-conversations'
import { expect, test } from '../support/test'
import { like, t } from '../support/words'

async function countOnPhone(simulator: Simulator, member: Member, text: string) {
  await simulator.settles()
  return (await simulator.thread(member)).filter((line) => line.text === text).length
}

for (const [fault, why] of [
  ['echo-first', 'the echo overtakes the answer'],
  ['timeout', 'no answer comes but the echo does'],
  ['reset', 'the connection is cut but the echo comes'],
  ['no-echo', 'the answer comes and the echo never'],
  ['no-id', 'nobody tells the id of the message'],
  ['duplicate', 'the echo comes three times'],
  ['429', 'Stella asks us to slow down'],
  ['slow', 'the answer takes three seconds and the echo does not'],
  ['shuffle', 'echo and receipts come in the wrong order'],
  ['late-echo', 'the echo comes seconds late'],
] as const) {
  test(`a reply is confirmed and there once when ${why}`, {
    tag: fault === 'echo-first' ? [] : '@long',
  }, async ({ agent, member, simulator }) => {
    await answers(agent, simulator, member)
    const text = `Here you are fail:${fault}`
    await replies(agent, text)
    await expect(bubbles(agent, text)).toContainText(CONFIRMED, { timeout: 30_000 })
    expect(await countOnPhone(simulator, member, text)).toBe(1)
    await expect(bubbles(agent, text)).toHaveCount(1)
  })
}

test('a refusal with 200 and ok: 0 is a refusal: the reply failed, with the reason, and the next one goes', {
  tag: '@long',
}, async ({ agent, member, simulator }) => {
  await answers(agent, simulator, member)
  const text = 'Can you hear me? fail:ok0'
  await replies(agent, text)
  await expect(bubbles(agent, text)).toContainText('the member can not be reached')
  await replies(agent, 'And now?')
  await expect(bubbles(agent, 'And now?')).toContainText(CONFIRMED)
  expect(await countOnPhone(simulator, member, text)).toBe(0)
})

test('a plain 502 leaves the reply unconfirmed; what is written after it waits a moment and goes', {
  tag: '@long',
}, async ({ agent, member, simulator }) => {
  await answers(agent, simulator, member)
  const text = 'Is anybody there? fail:502'
  await replies(agent, text)
  await expect(bubbles(agent, text)).toContainText(t('message.delivery.awaited'))
  await replies(agent, 'The next one')
  await expect(bubbles(agent, 'The next one')).toContainText(CONFIRMED, { timeout: 20_000 })
  await expect(bubbles(agent, text)).toContainText(t('message.delivery.awaited'))
  expect(await countOnPhone(simulator, member, text)).toBe(0)
})

test("a refused reply shows Stella's reason and goes out once it is tried again", async ({
  agent,
  member,
  simulator,
}) => {
  await answers(agent, simulator, member)
  await simulator.fails(member, 'refuse')
  await replies(agent, 'Second try')
  await expect(bubbles(agent, 'Second try')).toContainText('The platform refused this call')
  expect(await countOnPhone(simulator, member, 'Second try')).toBe(0)

  await bubbles(agent, 'Second try')
    .getByRole('button', { name: t('common.retry') })
    .click()
  await expect(bubbles(agent, 'Second try')).toContainText(CONFIRMED)
  expect(await countOnPhone(simulator, member, 'Second try')).toBe(1)
})

test('a reply nobody can vouch for is never sent again by itself; the agent settles it', async ({
  agent,
  member,
  simulator,
}) => {
  await answers(agent, simulator, member)
  const text = 'Did it arrive? fail:502-accepted fail:no-echo'
  await replies(agent, text)
  await expect(bubbles(agent, text)).toContainText(t('message.delivery.awaited'))
  expect(await countOnPhone(simulator, member, text)).toBe(1)

  await bubbles(agent, text)
    .getByRole('button', { name: t('message.delivery.arrived') })
    .click()
  await expect(bubbles(agent, text)).not.toContainText(t('message.delivery.awaited'))
  expect(await countOnPhone(simulator, member, text)).toBe(1)
})

test('what the platform reports as failed later turns red with the reason', {
  tag: '@long',
}, async ({ agent, member, simulator }) => {
  await answers(agent, simulator, member)
  await replies(agent, 'Too late fail:later')
  await expect(bubbles(agent, 'Too late fail:later')).toContainText(
    like('message.delivery.failedBecause'),
  )
})

test('when Stella does not let us take over, nothing changes and the agent is told', {
  tag: '@long',
}, async ({ agent, member, simulator }) => {
  await simulator.says(member, 'Hi')
  await opens(agent, member)
  await expect(owner(agent)).toContainText(t('owner.line.bot'))
  await simulator.fails(member, 'refuse', 'live_chat')
  await owner(agent)
    .getByRole('button', { name: t('owner.action.takeOver') })
    .click()
  await expect(agent.getByText(/The platform refused this call/).first()).toBeVisible()
  await expect(owner(agent)).toContainText(t('owner.line.bot'))
  await replyBox(agent).fill('Can I?')
  await expect(sendButton(agent)).toBeDisabled()
})
