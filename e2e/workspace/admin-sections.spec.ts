import { randomUUID } from 'node:crypto'
import type { Browser, Locator, Page } from '@playwright/test'
import { ADMIN_SECTIONS, sectionBlockedBecause } from '@/components/shell/sections'
import type { Role } from '@/lib/domain/people/role'
import { english } from '@/lib/i18n/catalogues'
import { paths } from '@/lib/paths'
import { barriers } from '../support/barriers'
import { signInByRequest } from '../support/people'
import { policyViolations } from '../support/policy-violations'
import { expect, test } from '../support/test'
import { like, say, t } from '../support/words'

const WHO: Record<Role, string> = { agent: 'Ana', supervisor: 'Sam Supervisor', admin: 'Ada Admin' }

/** More than any admin page has. */
const TAB_STOPS_MAX = 60

for (const role of ['agent', 'supervisor', 'admin'] as const)
  test(`${role}: every admin section shows, or says why it does not`, {
    tag: role !== 'supervisor' ? '@long' : [],
  }, async ({ browser, appUrl }) => {
    test.setTimeout(240_000)
    const page = await signsIn(browser, appUrl, WHO[role])
    const violations = policyViolations(page)
    for (const section of ADMIN_SECTIONS)
      await test.step(english.t(section.name), async () => {
        await page.goto(section.path)
        const main = page.getByRole('main')
        const refused = main.getByText(
          t('channelAdmin.shell.noAccess', { section: t(section.name) }),
        )
        const reason = sectionBlockedBecause(section, role)
        if (reason) {
          await expect(refused).toBeVisible()
          await expect(main).toContainText(say(reason))
          await expect(main.getByRole('heading', { level: 1 })).toHaveCount(0)
        } else {
          await expect(main.getByRole('heading', { level: 1 })).toBeVisible()
          await expect(main.locator('[aria-busy="true"]')).toHaveCount(0)
          await expect(main.getByText(like('common.didNotLoad'))).toHaveCount(0)
          await expect(refused).toHaveCount(0)
        }
        // Who sees less sees parts of the same pages.
        if (role === 'admin') expect(await barriers(page), section.path).toEqual([])
      })
    expect(violations).toEqual([])
    await page.context().close()
  })

test('a supervisor reads where deliveries went, and no number leads where they may not go', {
  tag: '@long',
}, async ({ browser, appUrl }) => {
  const page = await signsIn(browser, appUrl, 'Sam Supervisor')
  await page.goto(paths.admin.eventSums)
  const table = page.getByRole('main').getByRole('table')
  await expect(table.getByRole('row').filter({ hasText: t('log.sums.allChannels') })).toBeVisible()
  await expect(table.getByRole('link')).toHaveCount(0)
  await page.context().close()
})

test('a canned reply is written, saved and found without a mouse', { tag: '@long' }, async ({
  browser,
  appUrl,
}) => {
  const page = await signsIn(browser, appUrl, 'Sam Supervisor')
  const title = `Typed ${randomUUID().slice(0, 6)}`
  await page.goto(paths.admin.cannedReplies)
  await expect(
    page.getByRole('heading', { name: t('workspace.canned.title'), level: 1 }),
  ).toBeVisible()
  await tabsTo(page, page.getByRole('button', { name: t('workspace.canned.new') }))
  await page.keyboard.press('Enter')
  await expect(page.getByLabel(t('workspace.canned.replyTitle'))).toBeFocused()
  await page.keyboard.type(title)
  await tabsTo(
    page,
    page.getByLabel(t('workspace.memberText.text', { number: 1 }), { exact: true }),
  )
  await page.keyboard.type('Good morning, how can we help?')
  await tabsTo(page, page.getByRole('button', { name: t('common.save') }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await tabsTo(page, page.getByLabel(t('common.search'), { exact: true }))
  await page.keyboard.type(title)
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1)
  await expect(page.getByRole('listitem', { name: title })).toContainText('Good morning')
  await page.context().close()
})

async function signsIn(browser: Browser, appUrl: string, name: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: appUrl })
  await signInByRequest(context.request, appUrl, name)
  return context.newPage()
}

/** Presses Tab until the focus is there, as somebody without a mouse does. */
async function tabsTo(page: Page, target: Locator) {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < TAB_STOPS_MAX; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target, 'Tab leads there').toBeFocused()
}
