import type { Page } from '@playwright/test'
import { paths } from '@/lib/paths'
import {
  bubbles,
  conversationIdOf,
  opens,
  replies,
  row,
  seesInbox,
  thread,
} from '../support/phrases'
import type { Member, Simulator } from '../support/simulator'
import { answers } from '../support/started-conversations'
import { expect, test } from '../support/test'
import { either, like, t } from '../support/words'

test('a thread opens at its end and stays there when the hand-over card comes late', {
  tag: '@long',
}, async ({ agent, member, simulator }) => {
  // A dozen lines go through the bot first.
  test.setTimeout(90_000)
  await longConversation(agent, simulator, member)
  await answersLate(agent, '/hand-over', 1_500)
  await opens(agent, member)
  await expect(bubbles(agent, 'Anything else?')).toBeInViewport()
  await expect(agent.getByRole('region', { name: t('owner.handOver.label') })).toBeAttached()
  await expect.poll(() => fromEnd(agent)).toBeLessThanOrEqual(1)
  await expect(bubbles(agent, 'Anything else?')).toBeInViewport({ ratio: 1 })
  await expect(toNewest(agent)).toHaveCount(0)

  await test.step('also when the window and what is in it change', async () => {
    await agent.setViewportSize({ width: 1024, height: 700 })
    await expect.poll(() => fromEnd(agent)).toBeLessThanOrEqual(1)
    await agent.setViewportSize({ width: 1440, height: 900 })
    await agent
      .getByRole('textbox', { name: t('composer.box.label') })
      .fill('one\ntwo\nthree\nfour\nfive')
    await expect.poll(() => fromEnd(agent)).toBeLessThanOrEqual(1)
  })
})

test('who scrolls up is left there, reads nothing of what comes, and finds the way back', {
  tag: '@long',
}, async ({ agent, member, simulator }) => {
  // A dozen lines go through the bot first.
  test.setTimeout(90_000)
  await longConversation(agent, simulator, member)
  await seesInbox(agent)
  const id = await conversationIdOf(agent, member)
  await row(agent, member).click()
  await expect(bubbles(agent, 'Anything else?')).toBeInViewport()
  await thread(agent).hover()
  await agent.mouse.wheel(0, -500)
  await expect(toNewest(agent)).toBeVisible()
  const reads = agent.waitForRequest((request) => request.url().endsWith(paths.api.read(id)))
  await simulator.says(member, 'One more question')
  await expect(
    agent.getByRole('button', { name: t('conversation.thread.toNewestOf', { count: 1 }) }),
  ).toBeVisible()
  const unread = async () =>
    (await (await agent.request.get(paths.api.conversation(id))).json()).unread
  expect(await unread(), 'nobody has seen it').toBe(1)
  expect(await fromEnd(agent)).toBeGreaterThan(100)

  await agent
    .getByRole('button', { name: t('conversation.thread.toNewestOf', { count: 1 }) })
    .click()
  await expect(bubbles(agent, 'One more question')).toBeInViewport({ ratio: 1 })
  await reads
  await expect.poll(unread).toBe(0)
})

/** A conversation of more lines than fit, which the agent has taken over and answered. */
async function longConversation(agent: Page, simulator: Simulator, member: Member) {
  for (let line = 1; line <= 8; line++) await simulator.says(member, `Line ${line} of my story`)
  await answers(agent, simulator, member)
  for (const text of ['Of course', 'Which size?', 'Anything else?']) await replies(agent, text)
  await agent.goto('/inbox?view=all')
}

/** Answers whose address has this in it come so much later to this page. */
async function answersLate(page: Page, part: string, ms: number) {
  await page.addInitScript(
    ([late, pause]) => {
      const real = window.fetch
      window.fetch = async (input, init) => {
        const answer = await real(input, init)
        if (String(input).includes(String(late)))
          await new Promise((resolve) => setTimeout(resolve, Number(pause)))
        return answer
      }
    },
    [part, ms],
  )
}

function fromEnd(agent: Page): Promise<number> {
  return thread(agent).evaluate(
    ({ scrollHeight, clientHeight, scrollTop }) => scrollHeight - clientHeight - scrollTop,
  )
}

function toNewest(agent: Page) {
  return agent.getByRole('button', {
    name: either(like('conversation.thread.toNewest'), like('conversation.thread.toNewestOf')),
  })
}
