import { paths } from '@/lib/paths'
import { newAccount, signInCookie } from '../support/accounts'
import { person } from '../support/people'
import { list, row } from '../support/phrases'
import { expect, test } from '../support/test'
import { t } from '../support/words'

test.use({ storageState: async ({ adaState }, use) => use(adaState) })

test('an admin invites somebody by link, who joins, and is then kept to a channel and disabled', async ({
  page,
  browser,
}) => {
  const email = `new.${Date.now()}@demo.example`
  await page.goto(paths.admin.people)
  await page.getByRole('button', { name: t('people.list.invite'), exact: true }).click()
  await page.getByLabel(t('people.invite.email')).fill(email)
  await page.getByRole('button', { name: t('people.invite.create') }).click()
  const link = await page.getByRole('textbox', { name: t('people.link.label') }).inputValue()
  await page.getByRole('button', { name: t('common.done') }).click()
  await expect(page.getByRole('region', { name: t('people.invite.open') })).toContainText(email)

  const theirs = await browser.newContext({ storageState: undefined })
  const newcomer = await theirs.newPage()
  await newcomer.goto(link)
  await expect(newcomer.getByLabel(t('signIn.email'))).toHaveValue(email)
  await newcomer.getByLabel(t('signIn.yourName')).fill('Nia Newcomer')
  await newcomer.getByLabel(t('signIn.password'), { exact: true }).fill('words that nobody guesses')
  await newcomer.getByRole('button', { name: t('signIn.join.submit') }).click()
  await expect(list(newcomer)).toBeVisible()
  const again = await browser.newContext({ storageState: undefined })
  const second = await again.newPage()
  await second.goto(link)
  await expect(second.getByRole('heading', { name: t('signIn.join.dead') })).toBeVisible()
  await again.close()

  await page.reload()
  const entry = page.getByRole('listitem', { name: 'Nia Newcomer' }).last()
  await entry
    .getByRole('button', { name: t('people.menu.label', { name: 'Nia Newcomer' }) })
    .click()
  await page.getByRole('menuitem', { name: t('people.menu.access') }).click()
  await page.getByLabel(t('people.access.all')).uncheck()
  await page.getByRole('button', { name: t('common.save') }).click()
  // As many as other stories have made by now.
  const channels = new RegExp(t('people.channels.count', { count: 12 }).replace('12', '\\d+'))
  await expect(entry).toContainText(channels)
  await entry
    .getByRole('button', { name: t('people.menu.label', { name: 'Nia Newcomer' }) })
    .click()
  await page.getByRole('menuitem', { name: t('people.menu.disable') }).click()
  await expect(entry).toContainText(t('people.list.disabled'))
  expect((await newcomer.request.get(paths.api.me)).status()).toBe(401)
  await theirs.close()
})

test('an admin gives a link for a new password, which ends the old sign-in, and signs them out: they are led to the sign-in page', async ({
  page,
  browser,
  playwright,
  appUrl,
}) => {
  const account = await newAccount(playwright, appUrl, 'agent')
  const cookie = await signInCookie(playwright, appUrl, account)
  await page.goto(paths.admin.people)
  const entry = page.getByRole('listitem', { name: account.name })
  await entry.getByRole('button', { name: t('people.menu.label', { name: account.name }) }).click()
  await page.getByRole('menuitem', { name: t('people.menu.passwordLink') }).click()
  const link = await page.getByRole('textbox', { name: t('people.link.label') }).inputValue()

  const theirs = await browser.newContext({ storageState: undefined })
  const browserOfTheirs = await theirs.newPage()
  await browserOfTheirs.goto(link)
  await browserOfTheirs.getByLabel(t('signIn.newPassword')).fill('entirely other words')
  await browserOfTheirs.getByRole('button', { name: t('signIn.join.setPassword') }).click()
  await expect(list(browserOfTheirs)).toBeVisible()
  const old = await fetch(`${appUrl}${paths.api.me}`, { headers: { cookie } })
  expect(old.status).toBe(401)

  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await entry.getByRole('button', { name: t('people.menu.label', { name: account.name }) }).click()
  await page.getByRole('menuitem', { name: t('people.menu.signOut') }).click()
  await expect(
    page.getByText(t('people.menu.signedOut', { name: account.name, count: 1 })),
  ).toBeVisible()
  await expect(browserOfTheirs).toHaveURL(/\/sign-in/, { timeout: 30_000 })
  await theirs.close()
})

test('taking a channel away empties an open inbox at once', async ({
  page,
  browser,
  playwright,
  appUrl,
  simulator,
  member,
}) => {
  await simulator.says(member, 'Anybody there?')
  const account = await newAccount(playwright, appUrl, 'agent')
  const cookie = await signInCookie(playwright, appUrl, account)
  const [name = '', value = ''] = (
    cookie.split('; ').find((part) => part.includes('session')) ?? ''
  ).split('=')
  const theirs = await browser.newContext({ storageState: undefined })
  await theirs.addCookies([{ name, value, url: appUrl }])
  const them = await theirs.newPage()
  await them.goto(`${appUrl}${paths.inbox()}?view=all`)
  await expect(row(them, member)).toBeVisible()

  const { items } = await (await page.request.get(paths.api.admin.agents)).json()
  const { id } = items.find(({ email }: { email: string }) => email === account.email)
  await page.request.put(paths.api.admin.agent(id), {
    data: { role: 'agent', channelIds: [], disabled: false },
  })
  await expect(row(them, member)).toBeHidden()
  await theirs.close()
})

test('the last admin can’t be disabled, and the menu says why', { tag: '@long' }, async ({
  page,
}) => {
  const { items } = await (await page.request.get(paths.api.admin.agents)).json()
  const admins = items.filter(
    ({ role, disabled }: { role: string; disabled: boolean }) => role === 'admin' && !disabled,
  )
  const ada = person('Ada Admin')
  const me = admins.find(({ email }: { email: string }) => email === ada.email)
  const answer = await page.request.put(paths.api.admin.agent(me.id), {
    data: { role: 'admin', channelIds: null, disabled: true },
  })
  expect(answer.status()).toBe(409)
  await page.goto(paths.admin.people)
  await page
    .getByRole('listitem', { name: ada.name })
    .getByRole('button', { name: t('people.menu.label', { name: ada.name }) })
    .click()
  const item = page.getByRole('menuitem', { name: t('people.menu.disable') })
  await expect(item).toBeDisabled()
  await expect(item).toContainText(
    t(admins.length === 1 ? 'people.account.lastAdmin' : 'people.account.notYourself'),
  )
})

test('a supervisor sees the people but reads that only admins change them; an agent reads who may look', {
  tag: '@long',
}, async ({ browser, playwright, appUrl, agent }) => {
  await agent.goto(paths.admin.people)
  await expect(
    agent.getByText(t('shell.sectionBlocked', { needs: 'supervisor', role: 'agent' })),
  ).toBeVisible()

  const account = await newAccount(playwright, appUrl, 'supervisor')
  const cookie = await signInCookie(playwright, appUrl, account)
  const [name = '', value = ''] = (
    cookie.split('; ').find((part) => part.includes('session')) ?? ''
  ).split('=')
  const context = await browser.newContext({ storageState: undefined })
  await context.addCookies([{ name, value, url: appUrl }])
  const supervisor = await context.newPage()
  await supervisor.goto(`${appUrl}${paths.admin.people}`)
  await expect(supervisor.getByRole('listitem', { name: 'Ada Admin' })).toBeVisible()
  const invite = supervisor.getByRole('button', { name: t('people.list.invite'), exact: true })
  await expect(invite).toHaveAttribute('aria-disabled', 'true')
  await invite.hover()
  await expect(supervisor.getByRole('tooltip')).toContainText(t('failure.forbidden.managePeople'))
  await context.close()
})
