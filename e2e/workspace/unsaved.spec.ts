import { randomUUID } from 'node:crypto'
import { paths } from '@/lib/paths'
import { opens, replyBox, sendButton, takesOver } from '../support/phrases'
import { expect, test } from '../support/test'
import { like, t } from '../support/words'

test.describe('an admin', () => {
  test.use({ storageState: async ({ adaState }, use) => use(adaState) })

  test('is asked before unsaved tags are left, by a link, by Back and by the palette', async ({
    page,
  }) => {
    const name = `vip-${randomUUID().slice(0, 6)}`
    await page.goto(paths.admin.home)
    const nav = page.getByRole('navigation', { name: t('channelAdmin.shell.nav') })
    await nav.getByRole('link', { name: t('shell.section.tags') }).click()
    await page.getByRole('button', { name: t('workspace.tags.add') }).click()
    // Of a tag's two fields the label of the one may begin with the other's.
    const field = page.getByRole('main').getByRole('listitem').last().getByRole('textbox').first()
    await field.fill(name)
    const question = page.getByRole('dialog', { name: t('shell.leave.title') })
    const stays = async () => {
      await expect(question).toBeVisible()
      await question.getByRole('button', { name: t('shell.leave.stay') }).click()
      await expect(field).toHaveValue(name)
    }
    await nav.getByRole('link', { name: t('shell.section.channels') }).click()
    await stays()
    await page.goBack()
    await stays()
    await page.goBack()
    await stays()
    await page.keyboard.press('Control+k')
    await page.keyboard.type(t('shell.section.channels'))
    await page.keyboard.press('Enter')
    await stays()

    await test.step('saved, or given up, nobody is asked', async () => {
      await page.getByRole('button', { name: t('common.save'), exact: true }).click()
      await expect(page.getByText(t('workspace.tags.saved'))).toBeVisible()
      await nav.getByRole('link', { name: t('shell.section.channels') }).click()
      await expect(page).toHaveURL(/channels$/)
      await expect(question).toBeHidden()
      await nav.getByRole('link', { name: t('shell.section.tags') }).click()
      await page.getByRole('button', { name: t('workspace.tags.add') }).click()
      await nav.getByRole('link', { name: t('shell.section.channels') }).click()
      await question.getByRole('button', { name: t('shell.leave.leave') }).click()
      await expect(page).toHaveURL(/channels$/)
    })
  })

  test('is asked before a dialog with something typed closes, and not before an untouched one', {
    tag: '@long',
  }, async ({ page }) => {
    await page.goto(paths.admin.cannedReplies)
    const write = page.getByRole('button', { name: t('workspace.canned.new') })
    const dialog = page.getByRole('dialog', { name: t('workspace.canned.new') })
    await write.click()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(write).toBeFocused()
    await write.click()
    await dialog.getByLabel(t('workspace.canned.replyTitle')).fill('Opening hours')
    await page.keyboard.press('Escape')
    await expect(dialog).toContainText(t('common.unsavedTitle'))
    await dialog.getByRole('button', { name: t('common.keepEditing') }).click()
    await expect(dialog.getByLabel(t('workspace.canned.replyTitle'))).toHaveValue('Opening hours')
    await dialog.getByRole('button', { name: t('common.close') }).click()
    await dialog.getByRole('button', { name: t('common.discard') }).click()
    await expect(dialog).toBeHidden()
  })

  test('reads that an address of this machine is none for Stella or for somebody invited', {
    tag: '@long',
  }, async ({ page }) => {
    await page.goto(paths.admin.channels)
    await page.getByRole('link', { name: /Website/ }).click()
    await expect(
      page.getByText(t('channelAdmin.address.machine', { who: t('channelAdmin.address.stella') })),
    ).toBeVisible()
    await page.goto(paths.admin.people)
    await page.getByRole('button', { name: t('people.list.invite') }).click()
    const dialog = page.getByRole('dialog', { name: t('people.invite.title') })
    await dialog
      .getByLabel(t('people.invite.email'))
      .fill(`robin.${randomUUID().slice(0, 8)}@demo.example`)
    await dialog.getByRole('button', { name: t('people.invite.create') }).click()
    await expect(dialog).toContainText(
      t('channelAdmin.address.machine', { who: t('people.link.who') }),
    )
  })
})

test('a choice in the profile says that it is saved', { tag: '@long' }, async ({ agent }) => {
  await agent.goto(paths.admin.profile)
  await agent.getByRole('checkbox', { name: t('people.settings.ring') }).click()
  await expect(agent.getByText(t('common.saved'), { exact: true })).toBeVisible()
  await agent.getByRole('checkbox', { name: t('people.settings.ring') }).click()
})

test('an agent is shown the sections they can use, in the list and in the palette', {
  tag: '@long',
}, async ({ agent }) => {
  await agent.goto(paths.admin.home)
  const nav = agent.getByRole('navigation', { name: t('channelAdmin.shell.nav') })
  await expect(nav.getByRole('link', { name: t('shell.section.profile') })).toBeVisible()
  for (const name of [
    t('shell.section.connections'),
    t('shell.section.channels'),
    t('shell.section.people'),
    t('shell.section.events'),
  ])
    await expect(agent.getByRole('link', { name })).toHaveCount(0)
  for (const page of [paths.admin.home, paths.inbox()]) {
    await agent.goto(page)
    await agent.keyboard.press('Control+k')
    await agent.keyboard.type(t('shell.section.connections'))
    await expect(agent.getByRole('dialog').getByText(t('common.noResults'))).toBeVisible()
    await agent.keyboard.press('Escape')
  }
})

test('why a reply can’t be sent stands beside the button', { tag: '@long' }, async ({
  agent,
  member,
  simulator,
}) => {
  await simulator.says(member, 'Hi')
  await opens(agent, member)
  await takesOver(agent)
  await replyBox(agent).fill('Your order {{order.number}} has left.')
  await expect(sendButton(agent)).toBeDisabled()
  await expect(
    agent.getByText(t('reply.text.unfilled', { variable: '{{order.number}}' })),
  ).toBeVisible()
  await replyBox(agent).fill('Your order has left.')
  await expect(agent.getByText(like('reply.text.unfilled'))).toBeHidden()
})
