import {
  bubbles,
  bubblesOf,
  opens,
  owner,
  replies,
  replyBox,
  sendButton,
  takesOver,
  toasts,
  YOU_ANSWER,
} from '../support/phrases'
import { deafWindow } from '../support/started-conversations'
import { expect, test } from '../support/test'
import { like, t } from '../support/words'

test('the second agent sees at once who answers and what is said', async ({
  agent,
  secondAgent,
  member,
  simulator,
}) => {
  test.setTimeout(90_000)
  await simulator.says(member, 'Hi')
  await opens(agent, member)
  await opens(secondAgent, member)
  await takesOver(agent)
  await expect(owner(secondAgent)).toContainText('Ana')
  await replies(agent, 'Ana is on it')
  await expect(bubbles(secondAgent, 'Ana is on it')).toHaveCount(1)
  await expect(bubblesOf(secondAgent, 'Ana')).toHaveCount(1)

  await test.step('who does not own the talk can not reply, and reads why', async () => {
    await replyBox(secondAgent).fill('Me too')
    await expect(sendButton(secondAgent)).toBeDisabled()
    await expect(
      secondAgent.getByText(t('reply.blocked.colleague', { name: 'Ana' })).first(),
    ).toBeVisible()
  })

  await test.step('the second takes over and the first is told', async () => {
    await secondAgent.keyboard.press('Escape')
    await secondAgent.keyboard.press('t')
    const question = secondAgent.getByRole('dialog', {
      name: t('owner.ask.takeTitle', { name: 'Ana' }),
    })
    await expect(question).toContainText(
      like('owner.ask.takeWordsSince', { name: 'Ana', member: member.name }),
    )
    await secondAgent.keyboard.press('Escape')
    await expect(question).toBeHidden()
    await expect(owner(agent)).toContainText(YOU_ANSWER)
    await takesOver(secondAgent, 'Ana')
    await expect(toasts(agent)).toContainText(
      t('shell.news.takenOver', { by: 'Ben', member: member.name }),
    )
    await expect(owner(agent)).toContainText('Ben')
    await replyBox(agent).fill('Still me?')
    await expect(sendButton(agent)).toBeDisabled()
  })
})

test('a reply written on a stale view is held back and shows what was missed', async ({
  agent,
  secondAgent,
  member,
  simulator,
}) => {
  await simulator.says(member, 'Hi')
  await opens(secondAgent, member)
  await takesOver(secondAgent)
  const stale = await deafWindow(secondAgent, member)
  await simulator.says(member, 'Wait, one more thing')
  await opens(agent, member)
  await expect(bubbles(agent, 'Wait, one more thing')).toHaveCount(1)

  await replyBox(stale).fill('All done then')
  await sendButton(stale).click()
  const notice = stale
    .getByRole('alert')
    .filter({ hasText: t('composer.refused.missed', { count: 1 }) })
  await expect(notice).toContainText('Wait, one more thing')
  await simulator.settles()
  expect((await simulator.thread(member)).map(({ text }) => text)).not.toContain('All done then')

  await notice.getByRole('button', { name: t('composer.refused.sendAnyway') }).click()
  await expect(bubbles(agent, 'All done then')).toHaveCount(1)
  const sent = async () =>
    (await simulator.thread(member)).filter(({ text }) => text === 'All done then').length
  await expect.poll(sent).toBe(1)
  await simulator.settles()
  expect(await sent()).toBe(1)
})
