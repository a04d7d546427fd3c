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

  await page.getByLabel(t('composer.form.placeName'), { exact: true }).fill('Robin Renamed')
  await page.getByRole('button', { name: 'Save name' }).click()
  await expect(page.getByText('Your name is changed.')).toBeVisible()

  await page
    .getByLabel(t('channelAdmin.template.formatImage'), { exact: true })
    .setInputFiles('docs/images/inbox-phone.png')
  await expect(page.getByRole('button', { name: t('common.remove') })).toBeVisible()
  const me = await (await page.request.get(paths.api.me)).json()
  expect(me.name).toBe('Robin Renamed')
  const picture = await page.request.get(me.avatarUrl)
  expect(picture.headers()['content-type']).toBe('image/webp')
  expect((await picture.body()).length).toBeLessThan(64 * 1024)

  await page.getByLabel(t('people.settings.undo')).selectOption('10')
  await expect
    .poll(async () => (await (await page.request.get(paths.api.mySettings)).json()).undoSeconds)
    .toBe(10)

  await page.getByLabel('Current password').fill('not it at all')
  await page.getByLabel('New password').fill('words of another day')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByText('The current password is wrong.')).toBeVisible()
  await page.getByLabel('Current password').fill(account.password)
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByText(/Your password is changed/)).toBeVisible()
  expect((await page.request.get(paths.api.me)).status()).toBe(200)
})

test('what is no picture is refused in words', async ({ agent }) => {
  await agent.goto(paths.admin.profile)
  await agent.getByLabel(t('channelAdmin.template.formatImage'), { exact: true }).setInputFiles({
    name: 'picture.png',
    mimeType: 'image/png',
    buffer: Buffer.from('<svg onload="alert(1)"/>'),
  })
  await expect(agent.getByText(/not a picture we can read/)).toBeVisible()
})
