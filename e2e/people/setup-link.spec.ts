import { newAccount } from '../support/accounts'
import { expect, test } from '../support/test'
import { t } from '../support/words'

test('a set-up link opens nothing in an inbox that has an admin, and says so in words', async ({
  page,
  playwright,
  appUrl,
}) => {
  await newAccount(playwright, appUrl, 'agent')
  await page.goto('/setup?token=somebody-found-this-in-a-log')
  await page.getByLabel(t('signIn.yourName')).fill('Mallory')
  await page.getByLabel(t('signIn.email')).fill('mallory@demo.example')
  await page.getByLabel(t('signIn.password'), { exact: true }).fill('a long enough password')
  await page.getByRole('button', { name: t('signIn.setup.submit') }).click()
  await expect(
    page.getByRole('alert').filter({ hasText: t('signIn.setup.notNeeded') }),
  ).toBeVisible()
})
