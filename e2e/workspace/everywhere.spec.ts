import { paths } from '@/lib/paths'
import { newAccount, signsInAs } from '../support/accounts'
import { conversationIdOf, opens, replyBox, seesInbox, takesOver } from '../support/phrases'
import { expect, test } from '../support/test'
import { t } from '../support/words'

test('the bell tells who waits on the admin pages too', { tag: '@long' }, async ({
  secondAgent: agent,
  member,
  simulator,
}) => {
  await agent.goto(paths.admin.profile)
  await expect(
    agent.getByRole('heading', { name: t('people.profile.title'), level: 1 }),
  ).toBeVisible()
  await simulator.says(member, 'I want to talk to a person')
  await expect(agent.getByRole('status', { name: t('shell.bell.status') })).toContainText(
    member.name,
  )
})

test('a menu that is longer than the screen scrolls inside it', { tag: '@long' }, async ({
  agent,
  member,
  simulator,
}) => {
  await simulator.says(member, 'Hi')
  await agent.setViewportSize({ width: 1024, height: 420 })
  await opens(agent, member)
  await agent.getByRole('button', { name: t('composer.extra.add') }).click()
  const box = await agent.getByRole('menu').boundingBox()
  expect(box?.y).toBeGreaterThanOrEqual(0)
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(420)
})

test('what a button does for an open conversation is in the palette too', { tag: '@long' }, async ({
  agent,
  member,
  simulator,
}) => {
  await simulator.says(member, 'Hi')
  await opens(agent, member)
  for (const name of [t('conversation.header.copyLink'), t('composer.record.start')]) {
    await agent.keyboard.press('Control+k')
    await agent.keyboard.type(name)
    await expect(agent.getByRole('dialog').getByRole('option', { name })).toBeVisible()
    await agent.keyboard.press('Escape')
  }
})

test('a dialog with a form begins in its first field', { tag: '@long' }, async ({
  agent,
  member,
  simulator,
}) => {
  await simulator.says(member, 'Hi')
  await opens(agent, member)
  await takesOver(agent)
  await replyBox(agent).fill('How was it?')
  await replyBox(agent).press('Control+Shift+Enter')
  const dialog = agent.getByRole('dialog', { name: t('composer.schedule.title') })
  await expect(dialog.getByRole('textbox', { name: t('composer.schedule.message') })).toBeFocused()
  await agent.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('who is kept from a channel reads why, with the way back, where the conversation would be', {
  tag: '@long',
}, async ({ agent, member, simulator, browser, playwright, appUrl }) => {
  await simulator.says(member, 'Hi')
  await seesInbox(agent)
  const id = await conversationIdOf(agent, member)
  const kept = await newAccount(playwright, appUrl, 'agent', [])
  const page = await signsInAs(browser, playwright, appUrl, kept)
  await page.goto(`${appUrl}${paths.inbox(id)}`)
  await expect(page.getByText(t('conversation.thread.hidden'))).toBeVisible()
  await expect(page.getByText(t('failure.forbidden.channel'))).toHaveCount(1)
  await page.getByRole('button', { name: t('conversation.header.back') }).click()
  await expect(page).toHaveURL(/\/inbox$/)
  await page.context().close()
})
