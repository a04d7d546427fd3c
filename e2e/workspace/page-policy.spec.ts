import { ADMIN_SECTIONS } from '@/components/shell/sections'
import { paths } from '@/lib/paths'
import { person } from '../support/people'
import { list, opens, replies, row, seesInbox, takesOver, thread } from '../support/phrases'
import { policyViolations } from '../support/policy-violations'
import { expect, test } from '../support/test'
import { t } from '../support/words'

test('a day at the inbox violates no policy of its pages', async ({
  page,
  phone,
  member,
  simulator,
}) => {
  const violations = policyViolations(page)
  await page.goto(paths.join('nothing.such'))
  await page.goto(paths.setup('nothing.such'))
  await page.goto('/inbox?view=all')
  await page.getByLabel(t('signIn.email')).fill(person('Ana').email)
  await page.getByLabel(t('signIn.password'), { exact: true }).fill(person('Ana').password)
  await page.getByRole('button', { name: t('signIn.submit') }).click()
  await expect(list(page)).toBeVisible()

  await simulator.sends(member, 'jacket')
  await opens(page, member)
  await phone.getByRole('button', { name: 'Send a document' }).click()
  await takesOver(page)
  await replies(page, 'Here you are')
  await thread(page)
    .getByRole('button', { name: t('media.image.open', { name: t('media.kind.image') }) })
    .click()
  await expect(page.getByRole('dialog').getByRole('img')).toBeVisible()
  await page.keyboard.press('Escape')
  await thread(page)
    .getByRole('button', { name: t('media.file.preview', { name: 'invoice' }) })
    .click()
  await expect(
    page.getByRole('dialog').getByRole('img', { name: t('media.file.page', { number: 1 }) }),
  ).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  for (const address of ['/inbox/a.html', '/nowhere', '/sign-out']) {
    await page.goto(address)
    await expect(page.getByRole('main').first()).toBeVisible()
  }
  expect(violations).toEqual([])
})

test('no section of the console violates the policy of its page', { tag: '@long' }, async ({
  browser,
  adaState,
}) => {
  const context = await browser.newContext({ storageState: adaState })
  const page = await context.newPage()
  const violations = policyViolations(page)
  for (const { path } of ADMIN_SECTIONS) {
    await page.goto(path)
    await expect(page.getByRole('heading').first()).toBeVisible()
  }
  for (const address of [paths.admin.connectChannel, paths.admin.event(1)]) {
    await page.goto(address)
    await expect(page.getByRole('heading').first()).toBeVisible()
  }
  expect(violations).toEqual([])
  await context.close()
})

test('a member’s picture is shown from our own copy, as soon as we have it', {
  tag: '@long',
}, async ({ agent, member, simulator }) => {
  const violations = policyViolations(agent)
  const asked: string[] = []
  agent.on('request', (request) => asked.push(new URL(request.url()).origin))
  await seesInbox(agent)
  await simulator.says(member, 'This is me', { picture: 'jacket' })
  const picture = row(agent, member).locator('img')
  // The member is read a second later, and their picture drawn by a process of its own.
  const src = /^\/api\/members\/[^/]+\/picture\?v=/
  await expect(picture).toHaveAttribute('src', src, { timeout: 30_000 })
  await expect
    .poll(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0)
  expect(new Set(asked)).toEqual(new Set([new URL(agent.url()).origin]))
  expect(violations).toEqual([])
})
