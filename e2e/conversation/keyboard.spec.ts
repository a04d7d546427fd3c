import {
  bubbles,
  opens,
  owner,
  replyBox,
  row,
  seesInbox,
  takesOver,
  thread,
  YOU_ANSWER,
} from '../support/phrases'
import { newMember } from '../support/simulator'
import { expect, test } from '../support/test'
import { t } from '../support/words'

test('a conversation is found, taken, answered and handed back without a mouse', async ({
  agent,
  member,
  simulator,
}) => {
  await simulator.says(member, 'Hi')
  await agent.goto(`/inbox?view=all&q=${encodeURIComponent(member.name)}`)
  await expect(row(agent, member)).toBeVisible()

  await agent.keyboard.press('j')
  await expect(row(agent, member)).toBeFocused()
  await agent.keyboard.press('Enter')
  await expect(thread(agent)).toBeVisible()
  await expect(owner(agent)).toContainText(t('owner.line.bot'))

  await agent.keyboard.press('t')
  await expect(owner(agent)).toContainText(YOU_ANSWER)
  await expect(replyBox(agent)).toBeFocused()
  await agent.keyboard.type('bt by keyboard')
  await expect(replyBox(agent)).toHaveValue('bt by keyboard')
  await agent.keyboard.press('Enter')
  await expect(bubbles(agent, 'bt by keyboard')).toHaveCount(1)
  await expect(replyBox(agent)).toHaveValue('')

  await agent.keyboard.press('Escape')
  await expect(replyBox(agent)).not.toBeFocused()
  await agent.keyboard.press('b')
  await expect(owner(agent)).toContainText(t('owner.line.bot'))
  await agent.keyboard.press('Escape')
  await expect(thread(agent)).toBeHidden()
})

test('two keys in a row are one command: G B goes to the bot’s view and hands nothing back', {
  tag: '@long',
}, async ({ agent, member, simulator }) => {
  await simulator.says(member, 'Hi')
  await opens(agent, member)
  await takesOver(agent)
  await expect(replyBox(agent)).toBeFocused()
  await replyBox(agent).press('Escape')
  await agent.keyboard.press('g')
  await agent.keyboard.press('b')
  await expect(agent).toHaveURL(/view=bot/)
  await agent.keyboard.press('g')
  await agent.keyboard.press('a')
  await expect(agent).toHaveURL(/view=all/)
  await expect(agent.getByRole('dialog')).toHaveCount(0)
  await agent.keyboard.press('g')
  await agent.keyboard.press('e')
  await expect(agent.getByRole('button', { name: t('conversation.header.resolve') })).toBeVisible()
  await expect(owner(agent)).toContainText(YOU_ANSWER)
})

test('J and K go down and up the list', { tag: '@long' }, async ({ agent, simulator }) => {
  const older = newMember()
  const newer = { ...newMember(), name: `${older.name} junior` }
  await simulator.says(older, 'Hi')
  await simulator.says(newer, 'Hi')
  await agent.goto(`/inbox?view=all&q=${encodeURIComponent(older.name)}`)
  const rows = agent
    .getByRole('region', { name: t('conversation.list.label') })
    .getByRole('listitem')
  await expect(rows).toHaveCount(2)
  const [first, second] = [rows.nth(0).getByRole('link'), rows.nth(1).getByRole('link')]

  await agent.keyboard.press('j')
  await expect(first).toBeFocused()
  await agent.keyboard.press('j')
  await expect(second).toBeFocused()
  await agent.keyboard.press('k')
  await expect(first).toBeFocused()
})

test('the keys are listed under ? and every action under Ctrl K', { tag: '@long' }, async ({
  agent,
}) => {
  await seesInbox(agent)
  await agent.keyboard.press('?')
  await expect(agent.getByRole('dialog', { name: t('shell.keys.title') })).toContainText(
    t('conversation.list.next'),
  )
  await agent.keyboard.press('Escape')
  await agent.keyboard.press('Control+k')
  const palette = agent.getByRole('dialog')
  const waiting = t('shell.command.waiting')
  await agent.keyboard.type(waiting)
  // Its keys are read with its name, and other actions name what waits too.
  await expect(palette.getByRole('option', { name: new RegExp(`^${waiting}`) })).toBeVisible()
  await agent.keyboard.press('Enter')
  await expect(agent).toHaveURL(/view=waiting/)
})
