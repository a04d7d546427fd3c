import type { Page } from '@playwright/test'
import { signInByRequest } from '../support/people'
import {
  bubbles,
  CONFIRMED,
  opens,
  replies,
  replyBox,
  sendButton,
  takesOver,
} from '../support/phrases'
import { agentTexts, answers, deafWindow } from '../support/started-conversations'
import { expect, test } from '../support/test'
import { like, t } from '../support/words'

test('replies written while the line is down go by themselves when it is back, once and in order, and survive their tab', async ({
  agent,
  member,
  simulator,
}) => {
  await answers(agent, simulator, member)
  await agent.context().setOffline(true)
  await replies(agent, 'First')
  await replies(agent, 'Second')
  await expect(agent.getByText(like('composer.box.offlineSince'))).toBeVisible()
  await expect(bubbles(agent, 'First')).toContainText(t('message.delivery.offline'))
  await expect(bubbles(agent, 'First')).not.toContainText(like('message.delivery.notPosted'))
  await expect(bubbles(agent, 'First')).not.toContainText(t('message.delivery.unreachable'))
  await agent.context().setOffline(false)
  await expect(bubbles(agent, 'Second')).toContainText(CONFIRMED, { timeout: 30_000 })
  expect(await agentTexts(simulator, member)).toEqual(['First', 'Second'])

  await agent.context().setOffline(true)
  await replies(agent, 'Still here')
  await expect(bubbles(agent, 'Still here')).toContainText(t('message.delivery.offline'))
  const next = await agent.context().newPage()
  await agent.close()
  await next.context().setOffline(false)
  await opens(next, member)
  await expect(bubbles(next, 'Still here')).toContainText(CONFIRMED)
  expect(await agentTexts(simulator, member)).toEqual(['First', 'Second', 'Still here'])
})

test('a reply written after the session ended goes once its writer has signed in again', {
  tag: '@long',
}, async ({ browser, member, simulator, appUrl }) => {
  const context = await browser.newContext({ baseURL: appUrl })
  await signInByRequest(context.request, appUrl, 'Ana')
  const ana = await context.newPage()
  await answers(ana, simulator, member)
  await replyBox(ana).fill('I was signed out')
  await context.clearCookies()
  await replyBox(ana).press('Enter')
  await expect(ana.getByRole('button', { name: t('signIn.submit') })).toBeVisible()
  await signInByRequest(context.request, appUrl, 'Ana')
  await opens(ana, member)
  await expect(bubbles(ana, 'I was signed out')).toContainText(CONFIRMED)
  expect(await agentTexts(simulator, member)).toEqual(['I was signed out'])
  await context.close()
})

test('a reply that never came to the inbox is taken back into the box', { tag: '@long' }, async ({
  agent,
  member,
  simulator,
}) => {
  await answers(agent, simulator, member)
  await losesPosts(agent)
  await replies(agent, 'On second thoughts')
  await bubbles(agent, 'On second thoughts')
    .getByRole('button', { name: t('common.edit') })
    .click()
  await expect(replyBox(agent)).toHaveValue('On second thoughts')
  await expect(bubbles(agent, 'On second thoughts')).toHaveCount(0)
  expect(await agentTexts(simulator, member)).toEqual([])
})

test('of a long text on a stale view no piece is lost: all return, in their order', {
  tag: '@long',
}, async ({ secondAgent, agent, member, simulator }) => {
  await answers(secondAgent, simulator, member)
  const stale = await deafWindow(secondAgent, member)
  await simulator.says(member, 'Wait, one more thing')
  await opens(agent, member)
  await expect(bubbles(agent, 'Wait, one more thing')).toHaveCount(1)

  const pieces = ['one', 'two', 'three'].map((word) => `${word} `.repeat(350).trim())
  await replyBox(stale).fill(pieces.join('\n\n'))
  await sendButton(stale).click()
  const notice = stale
    .getByRole('alert')
    .filter({ hasText: t('composer.refused.missed', { count: 1 }) })
  await notice.getByRole('button', { name: t('composer.refused.review') }).click()
  await expect
    .poll(async () => words(await replyBox(stale).inputValue()))
    .toEqual(words(pieces.join(' ')))
  await sendButton(stale).click()
  await expect
    .poll(async () => words((await agentTexts(simulator, member)).join(' ')))
    .toEqual(words(pieces.join(' ')))
  await stale.close()
})

test('a reply that can’t be scheduled keeps its words and says why', { tag: '@long' }, async ({
  agent,
  secondAgent,
  member,
  simulator,
}) => {
  await answers(agent, simulator, member)
  const stale = await deafWindow(agent, member)
  await replyBox(stale).fill('See you tomorrow')
  await stale.getByRole('button', { name: t('composer.send.more') }).click()
  await stale.getByRole('menuitem', { name: t('composer.send.later') }).click()
  const dialog = stale.getByRole('dialog', { name: t('composer.schedule.title') })
  await opens(secondAgent, member)
  await takesOver(secondAgent, 'Ana')
  await dialog.getByRole('button', { name: t('composer.schedule.action') }).click()
  await expect(dialog.getByRole('status')).toContainText(
    t('reply.blocked.colleague', { name: 'Ben' }),
  )
  await dialog
    .getByRole('button', { name: t('common.close'), exact: true })
    .last()
    .click()
  await expect(replyBox(stale)).toHaveValue('See you tomorrow')
  await stale.close()
})

/** What this page posts is lost on the way; all else comes through, so that it can be asked what came. */
async function losesPosts(page: Page) {
  await page.evaluate(() => {
    const real = window.fetch
    window.fetch = (input, init) =>
      init?.method === 'POST' ? Promise.reject(new TypeError('The line broke')) : real(input, init)
  })
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean)
}
