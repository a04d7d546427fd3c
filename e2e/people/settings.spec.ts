import { randomUUID } from 'node:crypto'
import { paths } from '@/lib/paths'
import {
  bubbles,
  CONFIRMED,
  list,
  opens,
  replyBox,
  row,
  sendButton,
  takesOver,
  thread,
} from '../support/phrases'
import { expect, test } from '../support/test'
import { like, t } from '../support/words'

test.use({ storageState: async ({ adaState }, use) => use(adaState) })

test('a canned reply is written with a preview, put in by a slash, and blocks sending while a variable is empty', async ({
  page,
  agent,
  simulator,
  member,
}) => {
  const title = `Greeting ${randomUUID().slice(0, 6)}`
  await page.goto(paths.admin.cannedReplies)
  await page
    .getByRole('button', { name: t('workspace.canned.new') })
    .first()
    .click()
  await page.getByLabel(t('workspace.canned.replyTitle')).fill(title)
  await page.getByLabel(t('workspace.canned.folder'), { exact: true }).fill('Hello')
  await page
    .getByLabel(t('workspace.memberText.text', { number: 1 }), { exact: true })
    .fill('Hi {{member.firstName}}, write to {{member.nme}}')
  const save = page.getByRole('button', { name: t('common.save') })
  await expect(save).toHaveAttribute('aria-disabled', 'true')
  await page
    .getByLabel(t('workspace.memberText.text', { number: 1 }), { exact: true })
    .fill('Hi {{member.firstName}}, write to {{member.email}}')
  await expect(page.getByRole('region', { name: t('workspace.canned.preview') })).toContainText(
    `Hi ${t('workspace.canned.exampleFirstName')}, write to mei@`,
  )
  await save.click()
  await expect(page.getByRole('listitem', { name: title })).toBeVisible()

  await simulator.says(member, 'Good morning')
  await opens(agent, member)
  await takesOver(agent)
  await replyBox(agent).pressSequentially(`/${title.slice(0, 12)}`)
  const options = agent.getByRole('listbox', { name: t('composer.canned.label') })
  await expect(options.getByRole('option').first()).toContainText('Greeting')
  await replyBox(agent).fill(`/${title}`)
  await expect(options.getByRole('option')).toHaveCount(1)
  await replyBox(agent).press('Enter')
  await expect(replyBox(agent)).toHaveValue(
    `Hi ${member.name.split(' ')[0]}, write to {{member.email}}`,
  )
  await expect(sendButton(agent)).toHaveAttribute('aria-disabled', 'true')
  await sendButton(agent).hover()
  await expect(agent.getByRole('tooltip')).toContainText(
    t('reply.text.unfilled', { variable: '{{member.email}}' }),
  )
  // It is selected, so typing replaces it.
  await agent.keyboard.type('help@shop.example')
  await expect(replyBox(agent)).toHaveValue(/write to help@shop.example$/)
  await expect(sendButton(agent)).not.toHaveAttribute('aria-disabled', 'true')
})

test('a slash with no match that Escape has put away is sent as it is, at the first press', {
  tag: '@long',
}, async ({ agent, simulator, member }) => {
  await simulator.says(member, 'Hello')
  await opens(agent, member)
  await takesOver(agent)
  await replyBox(agent).fill('/zzz nothing like it')
  const noMatch = t('composer.canned.noneFor', { search: 'zzz nothing like it' })
  await expect(agent.getByText(noMatch)).toBeVisible()
  await replyBox(agent).press('Escape')
  await expect(agent.getByText(noMatch)).toBeHidden()
  await expect(replyBox(agent)).toHaveValue('/zzz nothing like it')
  // Not put away it asks for a second press: e2e/reply/slips.spec.ts.
  await replyBox(agent).press('Enter')
  await expect(bubbles(agent, '/zzz nothing like it')).toContainText(CONFIRMED)
})

test('an older version of a canned reply comes back from its history, and one that was removed by undo', {
  tag: '@long',
}, async ({ page }) => {
  const id = randomUUID()
  const title = `Versions ${id.slice(0, 6)}`
  for (const text of ['first words', 'second words'])
    await page.request.put(paths.api.admin.cannedReply(id), {
      data: { title, folder: '', texts: [{ language: 'en', text }] },
    })
  await page.goto(paths.admin.cannedReplies)
  const entry = page.getByRole('listitem', { name: title })
  await expect(entry).toContainText('second words')
  await entry.getByRole('button', { name: t('workspace.canned.more', { title }) }).click()
  await page.getByRole('menuitem', { name: t('workspace.history.open') }).click()
  const versions = page.getByRole('list', { name: t('workspace.history.versions') })
  await versions
    .getByRole('listitem')
    .filter({ hasText: 'first words' })
    .getByRole('button', { name: t('workspace.history.restore') })
    .click()
  await expect(entry).toContainText('first words')
  await entry.getByRole('button', { name: t('workspace.canned.more', { title }) }).click()
  await page.getByRole('menuitem', { name: t('workspace.canned.remove') }).click()
  await expect(entry).toBeHidden()
  await page.getByRole('button', { name: t('common.undo') }).click()
  await expect(entry).toContainText('first words')
})

test('a tag is added by an admin, put on by key, seen in the row, and found by', async ({
  page,
  agent,
  simulator,
  member,
}) => {
  await page.goto(paths.admin.tags)
  await page.getByRole('button', { name: t('workspace.tags.add') }).click()
  const tags = page.getByRole('list', { name: t('workspace.tags.list') })
  await expect(tags.getByRole('listitem').last()).toBeVisible()
  const number = await tags.getByRole('listitem').count()
  const name = `tag ${randomUUID().slice(0, 6)}`
  await tags.getByLabel(t('workspace.tags.name', { number }), { exact: true }).fill(name)
  await page.getByRole('button', { name: t('common.save') }).click()
  await expect(page.getByText(t('workspace.tags.saved'))).toBeVisible()
  await page.getByRole('button', { name: t('workspace.history.open') }).click()
  await expect(page.getByRole('list', { name: t('workspace.history.versions') })).toContainText(
    name,
  )

  await simulator.says(member, 'Hello')
  await opens(agent, member)
  await expect(thread(agent).getByText('Hello', { exact: true })).toBeVisible()
  await agent.keyboard.press('l')
  const dialog = agent.getByRole('dialog', { name: t('conversation.tag.dialogTitle') })
  await dialog.getByRole('combobox').fill(name)
  await agent.keyboard.press('Enter')
  await expect(row(agent, member)).toContainText(name)
  await expect(thread(agent)).toContainText(
    like('message.activity.tagged', { who: t('message.activity.you'), tags: name }),
  )
  const put = agent.getByRole('list', { name: t('conversation.tag.title') })
  await put.getByRole('link', { name }).click()
  await expect(agent).toHaveURL(/tag=/)
  await expect(list(agent).getByRole('link', { name: /Mei Wong/ })).toHaveCount(1)
  await put.getByRole('button', { name: t('conversation.tag.remove', { tag: name }) }).click()
  await expect(list(agent)).toContainText(t('conversation.empty.tagTitle', { tag: name }))
  await agent.getByRole('button', { name: t('common.undo') }).click()
  await expect(row(agent, member)).toContainText(name)
  await agent.getByRole('button', { name: t('conversation.filter.endTag') }).click()
  await expect(agent).not.toHaveURL(/tag=/)
})

test('texts and hours are saved, and each shows its history', async ({ page }) => {
  await page.goto(paths.admin.texts)
  await page.getByLabel(t('workspace.channels.channel')).selectOption({ label: 'Website' })
  await page.getByLabel(t('workspace.texts.keywords')).fill('human\nreal person')
  await page.getByRole('button', { name: t('common.save') }).click()
  await expect(page.getByText(t('workspace.channels.saved', { name: 'Website' }))).toBeVisible()

  await page.goto(paths.admin.hours)
  await page.getByLabel(t('workspace.channels.channel')).selectOption({ label: 'Website' })
  await page.getByLabel(t('workspace.hours.always')).uncheck()
  await page.getByLabel(t('workspace.hours.timeZone')).fill('Nowhere/Land')
  await expect(page.getByRole('button', { name: t('common.save') })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await page.getByLabel(t('workspace.hours.timeZone')).fill('Asia/Hong_Kong')
  await page.getByRole('button', { name: t('common.save') }).click()
  await expect(page.getByText(t('workspace.channels.saved', { name: 'Website' }))).toBeVisible()
  await page.getByRole('button', { name: t('workspace.history.open') }).click()
  await expect(page.getByRole('list', { name: t('workspace.history.versions') })).toContainText(
    t('workspace.hours.span', { day: t('workspace.days.monday'), from: '09:00', to: '18:00' }),
  )
})
