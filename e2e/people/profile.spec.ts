import { paths } from '@/lib/paths'
import { newAccount, signInCookie } from '../support/accounts'
import { expect, test } from '../support/test'
import { t } from '../support/words'

test('somebody changes their name, picture, undo time and password, and others see the first two', async ({
  page,
  playwright,
  appUrl,
}) => {
  const account = await newAccount(playwright, appUrl, 'agent')
  const cookie = await signInCookie(playwright, appUrl, account)
  const [name = '', value = ''] = (
    cookie.split('; ').find((part) => part.includes('session')) ?? ''
  ).split('=')
  await page.context().addCookies([{ name, value, url: appUrl }])
  await page.goto(paths.admin.profile)

  await page.getByLabel(t('people.profile.name'), { exact: true }).fill('Robin Renamed')
  await page.getByRole('button', { name: t('people.profile.saveName') }).click()
  await expect(page.getByText(t('people.profile.nameSaved'))).toBeVisible()

  await page
    .getByLabel(t('people.profile.picture'), { exact: true })
    .setInputFiles('docs/images/inbox-phone.png')
  await expect(page.getByRole('button', { name: t('people.profile.removePicture') })).toBeVisible()
  const me = await (await page.request.get(paths.api.me)).json()
  expect(me.name).toBe('Robin Renamed')
  const picture = await page.request.get(me.avatarUrl)
  expect(picture.headers()['content-type']).toBe('image/webp')
  expect((await picture.body()).length).toBeLessThan(64 * 1024)

  await page.getByLabel(t('people.settings.undo')).selectOption('10')
  await expect
    .poll(async () => (await (await page.request.get(paths.api.mySettings)).json()).undoSeconds)
    .toBe(10)

  await page.getByLabel(t('people.password.current')).fill('not it at all')
  await page.getByLabel(t('people.password.new')).fill('words of another day')
  await page.getByRole('button', { name: t('people.password.change') }).click()
  await expect(page.getByText(t('people.account.currentWrong'))).toBeVisible()
  await page.getByLabel(t('people.password.current')).fill(account.password)
  await page.getByRole('button', { name: t('people.password.change') }).click()
  await expect(page.getByText(t('people.password.changed'))).toBeVisible()
  expect((await page.request.get(paths.api.me)).status()).toBe(200)
})

test('what is no picture is refused in words', async ({ agent }) => {
  await agent.goto(paths.admin.profile)
  await agent.getByLabel(t('people.profile.picture'), { exact: true }).setInputFiles({
    name: 'picture.png',
    mimeType: 'image/png',
    buffer: Buffer.from('<svg onload="alert(1)"/>'),
  })
  await expect(agent.getByText(t('people.account.notPicture'))).toBeVisible()
})
