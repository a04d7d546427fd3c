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
  await page.getByLabel(t('reply.canned.agentName')).fill('Mallory')
  await page.getByLabel(t('composer.form.email')).fill('mallory@demo.example')
  await page.getByLabel('Password', { exact: true }).fill('a long enough password')
  await page.getByRole('button', { name: 'Create the first admin' }).click()
  await expect(
    page.getByRole('alert').filter({ hasText: 'There is an admin already' }),
  ).toBeVisible()
})
