import { connectOwnChannel } from '../support/own-channel'
import {
  handsBack,
  list,
  opens,
  owner,
  replies,
  replyBox,
  row,
  seesInbox,
  toasts,
  YOU_ANSWER,
} from '../support/phrases'
import { newMember } from '../support/simulator'
import { answers } from '../support/started-conversations'
import { expect, test } from '../support/test'
import { either, like, t } from '../support/words'

test('who waits longest stands first, and nobody rises by writing again', { tag: '@long' }, async ({
  agent,
  simulator,
  appUrl,
  simulatorUrl,
}) => {
  const channel = await connectOwnChannel(appUrl, simulatorUrl)
  const members = [1, 2, 3].map(() => newMember(channel.stellaId))
  await agent.goto(`/inbox?view=waiting&channel=${channel.id}`)
  for (const member of members) {
    await simulator.says(member, 'I want to talk to a person')
    await expect(row(agent, member)).toContainText(like('conversation.row.waiting'))
  }
  const rows = list(agent).getByRole('listitem')
  const inOrder = members.map(({ name }) => new RegExp(name))
  await expect(rows).toHaveText(inOrder)
  const [, , last] = members
  if (last) await simulator.says(last, 'Hello??')
  await expect(rows.last()).toContainText('Hello??')
  await expect(rows).toHaveText(inOrder)
  await agent.reload()
  await expect(rows).toHaveText(inOrder)
  await channel.close()
})

test('a member who waits is resolved only after a question, and that can be undone', async ({
  agent,
  member,
  simulator,
}) => {
  await simulator.says(member, 'I want to talk to a person')
  await opens(agent, member)
  await expect(owner(agent)).toContainText(t('owner.line.waiting'))
  const question = agent.getByRole('dialog', { name: t('owner.ask.unansweredTitle') })
  await agent.keyboard.press('e')
  await expect(question).toContainText(
    either(
      like('owner.ask.waitingWords', { member: member.name }),
      like('owner.ask.waitingWordsFor', { member: member.name }),
    ),
  )
  await agent.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await expect(owner(agent)).toContainText(t('owner.line.waiting'))

  await agent.keyboard.press('e')
  await question.getByRole('button', { name: t('owner.ask.resolve') }).press('Enter')
  await expect(toasts(agent)).toContainText(
    t('conversation.header.resolved', { member: member.name }),
  )
  await expect(row(agent, member)).toContainText(t('conversation.row.resolved'))
  await row(agent, member).click()
  await expect(owner(agent)).toContainText(t('owner.line.resolved'))
  await toasts(agent)
    .getByRole('button', { name: t('common.undo') })
    .click()
  await expect(agent.getByRole('heading', { name: member.name, level: 2 }).first()).toBeVisible()
  await expect(owner(agent)).toContainText(t('owner.line.waiting'))
})

test('a conversation that was handed back or resolved with one key is taken back with another', {
  tag: '@long',
}, async ({ agent, member, simulator }) => {
  await answers(agent, simulator, member)
  await replies(agent, 'We do')
  await handsBack(agent)
  await expect(toasts(agent)).toContainText(
    t('conversation.header.handedBack', { member: member.name }),
  )
  await replyBox(agent).press('Escape')
  await agent.keyboard.press('z')
  await expect(owner(agent)).toContainText(YOU_ANSWER)
  await expect(toasts(agent)).not.toContainText(
    t('conversation.header.handedBack', { member: member.name }),
  )

  await replyBox(agent).press('Escape')
  await agent.keyboard.press('e')
  await expect(toasts(agent)).toContainText(
    t('conversation.header.resolved', { member: member.name }),
  )
  await agent.keyboard.press('z')
  await expect(agent.getByRole('heading', { name: member.name, level: 2 }).first()).toBeVisible()
  await expect(owner(agent)).toContainText(YOU_ANSWER)
})

test('a row says how long its member waits for an answer, also once that was read', {
  tag: '@long',
}, async ({ agent, member, simulator }) => {
  await answers(agent, simulator, member)
  await replies(agent, 'We do')
  const waits = row(agent, member).getByText(like('conversation.row.unanswered'))
  await expect(waits).toHaveCount(0)
  // The platform tells whole seconds: in the same one it would stand before the reply.
  await simulator.says(member, 'And to Taipei?', { at: Date.now() + 2_000 })
  await expect(waits).toHaveCount(1)
  await agent.goto('/inbox')
  await expect(row(agent, member)).not.toContainText(like('conversation.row.unread'))
  await expect(waits).toHaveCount(1)
  await row(agent, member).click()
  await replies(agent, 'To Taipei too')
  await expect(waits).toHaveCount(0)
  await seesInbox(agent)
})
