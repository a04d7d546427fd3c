import { person } from '../support/people'
import { list } from '../support/phrases'
import { expect, test } from '../support/test'
import { t } from '../support/words'

const ana = person('Ana')

test('a person signs in with the form and lands where they wanted to go', async ({ page }) => {
  await page.goto('/inbox?view=waiting')
  await expect(page).toHaveURL(/\/sign-in/)

  await page.getByLabel(t('signIn.email')).fill(ana.email)
  await page.getByLabel(t('signIn.password'), { exact: true }).fill(ana.password)
  await page.getByRole('button', { name: t('signIn.submit') }).click()

  await expect(page).toHaveURL(/\/inbox\?view=waiting/)
  await expect(list(page)).toBeVisible()
})

test('a wrong password is refused in words that give nothing away', async ({ page }) => {
  await page.goto('/sign-in')
  const tries = [
    { email: ana.email, password: 'not-the-password' },
    { email: 'nobody@demo.example', password: 'not-the-password' },
  ]
  const answers: string[] = []
  for (const { email, password } of tries) {
    await page.getByLabel(t('signIn.email')).fill(email)
    await page.getByLabel(t('signIn.password'), { exact: true }).fill(password)
    await page.getByRole('button', { name: t('signIn.submit') }).click()
    const alert = page.getByRole('alert').filter({ hasText: /\S/ })
    await expect(alert).toBeVisible()
    answers.push((await alert.textContent()) ?? '')
    await expect(page).toHaveURL(/\/sign-in/)
    await page.reload()
  }
  expect(answers[0]).toBe(answers[1])
})

test('signing out ends the session, for pages and for the API', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel(t('signIn.email')).fill(person('Ben').email)
  await page.getByLabel(t('signIn.password'), { exact: true }).fill(person('Ben').password)
  await page.getByRole('button', { name: t('signIn.submit') }).click()
  await expect(list(page)).toBeVisible()
  const stolen = await page.context().cookies()

  await page.getByRole('button', { name: t('shell.account.label') }).click()
  await page.getByRole('menuitem', { name: t('shell.account.signOut') }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  expect((await page.request.get('/api/conversations')).status()).toBe(401)

  // A copy of the cookie is worth nothing either.
  await page.context().addCookies(stolen)
  expect((await page.request.get('/api/conversations')).status()).toBe(401)
})

test('without a session, pages lead to sign-in and the API answers 401', async ({ page }) => {
  await page.goto('/inbox')
  await expect(page).toHaveURL(/\/sign-in/)
  for (const path of [
    '/api/conversations',
    '/api/stream',
    '/api/me',
    '/api/conversations/counts',
  ]) {
    const response = await page.request.get(path)
    expect(response.status(), path).toBe(401)
    expect(await response.json(), path).toMatchObject({ error: { code: 'unauthenticated' } })
  }
})
