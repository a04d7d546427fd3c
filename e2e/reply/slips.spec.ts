import type { Browser } from '@playwright/test'
import { type Account, newAccount } from '../support/accounts'
import {
  bubbles,
  CONFIRMED,
  opens,
  replies,
  replyBox,
  row,
  seesInbox,
  sendButton,
  toasts,
} from '../support/phrases'
import { newMember } from '../support/simulator'
import { agentTexts, answers, deafWindow } from '../support/started-conversations'
import { expect, test } from '../support/test'
import { like, t } from '../support/words'

test('while the question about missed lines stands, a reload loses nothing, and it shows what would be sent', {
  tag: '@long',
}, async ({ secondAgent, member, simulator }) => {
  await answers(secondAgent, simulator, member)
  const stale = await deafWindow(secondAgent, member)
  await simulator.says(member, 'Wait, one more thing')
  await expect(bubbles(secondAgent, 'Wait, one more thing')).toHaveCount(1)
  await replyBox(stale).fill('All done then')
  await sendButton(stale).click()
  const notice = stale
    .getByRole('alert')
    .filter({ hasText: t('composer.refused.missed', { count: 1 }) })
  await expect(notice).toContainText('All done then')
  await stale.reload()
  await expect(notice).toContainText('Wait, one more thing')
  await expect(notice).toContainText('All done then')
  await notice.getByRole('button', { name: t('composer.refused.sendAnyway') }).click()
  await expect(bubbles(stale, 'All done then')).toHaveCount(1)
  await expect.poll(() => agentTexts(simulator, member)).toEqual(['All done then'])
  await stale.reload()
  await expect(bubbles(stale, 'All done then')).toHaveCount(1)
  await expect(notice).toHaveCount(0)
  await stale.close()
})

test('who never chose can take a reply back for five seconds', { tag: '@long' }, async ({
  browser,
  playwright,
  appUrl,
  simulator,
}) => {
  const member = newMember()
  const account = await newAccount(playwright, appUrl, 'agent')
  const page = await signedInPage(browser, appUrl, account)
  await answers(page, simulator, member)
  await replies(page, 'Tomorrow at nine')
  const bubble = bubbles(page, 'Tomorrow at nine')
  await expect(bubble).toContainText(UP_TO_FIVE_SECONDS)
  await bubble.getByRole('button', { name: t('common.undo') }).click()
  await expect(replyBox(page)).toHaveValue('Tomorrow at nine')
  await sendButton(page).click()
  await expect(bubble).toContainText(CONFIRMED, { timeout: 15_000 })
  expect(await agentTexts(simulator, member)).toEqual(['Tomorrow at nine'])
  await page.context().close()
})

test('a word after a slash that no canned reply has is not sent by a slip', {
  tag: '@long',
}, async ({ agent, member, simulator }) => {
  await answers(agent, simulator, member)
  await replyBox(agent).fill('/zzz')
  await expect(agent.getByText(t('composer.canned.noneFor', { search: 'zzz' }))).toBeVisible()
  await replyBox(agent).press('Enter')
  await expect(
    agent.getByRole('alert').getByText(t('composer.canned.held', { search: 'zzz' })),
  ).toBeVisible()
  await expect(replyBox(agent)).toHaveValue('/zzz')
  expect(await agentTexts(simulator, member)).toEqual([])
  await replyBox(agent).press('Enter')
  await expect(bubbles(agent, '/zzz')).toContainText(CONFIRMED)
})

test('what is sent in one tab is no draft in the other any more', { tag: '@long' }, async ({
  agent,
  member,
  simulator,
}) => {
  await answers(agent, simulator, member)
  const other = await agent.context().newPage()
  await opens(other, member)
  await replyBox(agent).fill('It leaves on Friday')
  await expect(replyBox(other)).toHaveValue('It leaves on Friday')
  await sendButton(agent).click()
  await expect(bubbles(other, 'It leaves on Friday')).toHaveCount(1)
  await expect(replyBox(other)).toHaveValue('')
  await replyBox(other).fill('My own words')
  await replyBox(agent).fill('It leaves')
  await expect(replyBox(other)).toHaveValue('It leaves')
  await other.close()
})

test('a reply that fails late is told to its writer, marked in the list, and edited or discarded', {
  tag: '@long',
}, async ({ agent, member, simulator }) => {
  const other = newMember()
  await answers(agent, simulator, member)
  await simulator.says(other, 'Hi')
  await replies(agent, 'It is on its way fail:later')
  await opens(agent, other)
  const failed = row(agent, member).getByText(t('conversation.row.notSent', { count: 1 }))
  await expect(failed).toBeVisible({ timeout: 20_000 })
  await seesInbox(agent)
  await expect(failed).toBeVisible()
  await expect(agent.getByRole('link', { name: REPLIES_NOT_SENT })).toHaveAttribute(
    'href',
    '/outbox?state=failed',
  )
  await row(agent, member).click()
  const bubble = bubbles(agent, 'It is on its way fail:later')
  await bubble.getByRole('button', { name: t('common.edit') }).click()
  await expect(replyBox(agent)).toHaveValue('It is on its way fail:later')
  await expect(failed).toHaveCount(0)

  await test.step('told where they are, with a way there', async () => {
    // The platform said that its window had closed: the member opens it again.
    await simulator.says(member, 'Still there?')
    await expect(bubbles(agent, 'Still there?')).toBeVisible()
    // It fails too soon for anybody to leave the conversation first.
    const elsewhere = await agent.context().newPage()
    await opens(elsewhere, other)
    await replyBox(agent).fill('Once more fail:later')
    await sendButton(agent).click()
    const failureToast = toasts(elsewhere).getByRole('listitem').filter({ hasText: member.name })
    await expect(failureToast).toContainText(t('shell.news.notSent', { member: member.name }), {
      timeout: 20_000,
    })
    await failureToast.getByRole('button', { name: t('common.open') }).click()
    await bubbles(elsewhere, 'Once more fail:later')
      .getByRole('button', { name: t('common.discard') })
      .click()
    await expect(failed).toHaveCount(0)
    await elsewhere.close()
  })
})

const UP_TO_FIVE_SECONDS = new RegExp(
  [1, 2, 3, 4, 5]
    .map((seconds) => ({ ms: seconds * 1_000, finest: 'seconds' }) as const)
    .map((span) => like('message.delivery.sendingIn', { span }).source)
    .join('|'),
)

/** Replies of other stories may have failed too. */
const REPLIES_NOT_SENT = new RegExp(
  [1, 2]
    .map((count) => t('conversation.list.notSent', { count }).replace(`${count}`, '\\d+'))
    .join('|'),
)

/** A page of somebody whom nobody has met. */
async function signedInPage(browser: Browser, appUrl: string, { email, password }: Account) {
  const context = await browser.newContext({ baseURL: appUrl })
  const { csrfToken } = await (await context.request.get('/api/auth/csrf')).json()
  await context.request.post('/api/auth/callback/credentials', {
    form: { csrfToken, email, password, json: 'true' },
  })
  return context.newPage()
}
