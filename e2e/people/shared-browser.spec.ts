import type { Page } from '@playwright/test'
import { person, signInByRequest } from '../support/people'
import { bubbles, CONFIRMED, opens, replies, replyBox, takesOver } from '../support/phrases'
import { agentTexts, answers } from '../support/started-conversations'
import { expect, test } from '../support/test'
import { t } from '../support/words'

async function signsIn(page: Page, name: string) {
  const { email, password } = person(name)
  await page.getByLabel(t('signIn.email')).fill(email)
  await page.getByLabel(t('signIn.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: t('signIn.submit') }).click()
  await expect(page.getByRole('button', { name: t('shell.account.label') })).toBeVisible()
}

async function signsOut(page: Page) {
  await page.getByRole('button', { name: t('shell.account.label') }).click()
  await page.getByRole('menuitem', { name: t('shell.account.signOut') }).click()
}

/** Everything that this browser keeps outside of cookies, as text. */
const keptIn = (page: Page) => page.evaluate(() => JSON.stringify({ ...localStorage }))

const conversationIn = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? ''

test('at one desk the next person meets nothing of the one before, and nothing is lost unsaid', async ({
  browser,
  appUrl,
  member,
  simulator,
}) => {
  const context = await browser.newContext({ baseURL: appUrl })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await signsIn(page, 'Ana')
  await answers(page, simulator, member)
  const words = 'These words are Ana’s alone'
  await replyBox(page).fill(words)
  await expect.poll(() => keptIn(page)).toContain(words)
  const id = conversationIn(page)
  const queue = await page.request.put(`/api/conversations/${id}/assignee`, {
    data: { agentId: null },
    headers: { origin: appUrl },
  })
  expect(queue.status()).toBe(200)
  const other = await context.newPage()
  await other.goto('/inbox?view=all')
  await expect(other.getByRole('button', { name: t('shell.account.label') })).toBeVisible()

  await signsOut(page)
  const question = page.getByRole('dialog', { name: t('shell.signOut.title') })
  await expect(question).toContainText(t('shell.kept.drafts', { count: 1 }))
  await question.getByRole('button', { name: t('shell.signOut.stay') }).click()
  await expect(question).toBeHidden()
  await signsOut(page)
  await question.getByRole('button', { name: t('shell.signOut.action') }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await expect(other, 'the other tab notices').toHaveURL(/\/sign-in/)
  expect(await keptIn(page)).not.toContain(words)

  await signsIn(page, 'Ben')
  await opens(page, member)
  await takesOver(page)
  await expect(replyBox(page)).toBeEditable()
  await expect(replyBox(page)).not.toContainText(words)
  await expect(replyBox(page)).not.toHaveValue(words)
  await context.close()
})

test('a reply that one person could not send is never sent as another’s, and waits for its writer', {
  tag: '@long',
}, async ({ browser, appUrl, member, simulator }) => {
  const context = await browser.newContext({ baseURL: appUrl })
  const ana = await context.newPage()
  await ana.goto('/sign-in')
  await signsIn(ana, 'Ana')
  await answers(ana, simulator, member)
  await context.setOffline(true)
  await replies(ana, 'Ana wrote this')
  await expect(bubbles(ana, 'Ana wrote this')).toContainText(t('message.delivery.offline'))
  // Her session ends, and Ben sits down at her desk.
  await context.clearCookies()
  await signInByRequest(context.request, appUrl, 'Ben')
  const ben = await context.newPage()
  await context.setOffline(false)
  await ben.goto('/inbox?view=all')
  await expect(ben.getByRole('button', { name: t('shell.account.label') })).toBeVisible()
  await expect(ana.getByRole('button', { name: t('shell.account.label') })).toBeVisible()
  await ana.getByRole('button', { name: t('shell.account.label') }).click()
  await expect(ana.getByText(person('Ben').email)).toBeVisible()
  await opens(ben, member)
  await expect(bubbles(ben, 'Ana wrote this')).toHaveCount(0)
  expect(await agentTexts(simulator, member)).toEqual([])

  await ben.keyboard.press('Escape')
  await signsOut(ben)
  await expect(ben).toHaveURL(/\/sign-in/)
  await signsIn(ben, 'Ana')
  await opens(ben, member)
  await expect(bubbles(ben, 'Ana wrote this')).toContainText(CONFIRMED, { timeout: 30_000 })
  expect(await agentTexts(simulator, member)).toEqual(['Ana wrote this'])
  await context.close()
})
