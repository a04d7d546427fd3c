import type { Page } from '@playwright/test'
import { boxOf, expectUncovered, expectWhole, overlap } from '../support/boxes'
import {
  bubbles,
  bubblesOf,
  opens,
  owner,
  replies,
  replyBox,
  takesOver,
  thread,
} from '../support/phrases'
import { expect, test } from '../support/test'
import { either, like, t } from '../support/words'

for (const width of [1440, 390])
  test(`at ${width} px the day and the way back to the end cover no words`, {
    tag: '@long',
  }, async ({ agent, member, simulator }) => {
    await agent.setViewportSize({ width, height: 800 })
    for (let line = 1; line <= 14; line++)
      await simulator.says(member, `Line ${line} ${'and more of it '.repeat(20)}`)
    await opens(agent, member)
    await expect(bubbles(agent, `Line 14 ${'and more of it '.repeat(20)}`.trim())).toBeVisible()
    const back = agent.getByRole('button', {
      name: either(like('conversation.thread.toNewest'), like('conversation.thread.toNewestOf')),
    })
    await thread(agent).evaluate((log) => log.scrollBy(0, -900))
    await expect(back).toBeVisible()
    const day = agent.locator('[aria-hidden] > time')
    await expect(day).toBeVisible()
    const log = await boxOf(thread(agent))
    expect(overlap(await boxOf(back), log), 'the way back lies over the lines').toBe(false)
    expect(overlap(await boxOf(day), log), 'the day lies over the lines').toBe(false)

    await test.step('near the end it is gone; further up it brings a reader to the end', async () => {
      await thread(agent).evaluate((it) => it.scrollTo(0, it.scrollHeight - it.clientHeight - 80))
      await expect(back).toBeHidden()
      await thread(agent).evaluate((it) => it.scrollBy(0, -900))
      await back.click()
      await expect(back).toBeHidden()
      await expect.poll(() => distanceFromEnd(agent)).toBeLessThanOrEqual(1)
    })
  })

for (const width of [1440, 390])
  test(`at ${width} px the newest line and what is known of it stand whole above the composer`, {
    tag: '@long',
  }, async ({ agent, member, simulator }) => {
    await agent.setViewportSize({ width, height: 800 })
    for (let line = 1; line <= 12; line++) await simulator.says(member, `Question ${line}`)
    await opens(agent, member)
    await takesOver(agent)
    await replies(agent, 'On its way fail:refuse')
    const refused = bubbles(agent, 'On its way fail:refuse')
    await expect(refused).toContainText(like('message.delivery.failedBecause'))
    await expectNewestInSight(agent, refused.getByText(like('message.delivery.failedBecause')))
    await replies(agent, 'The answer')
    const answer = bubbles(agent, 'The answer')
    await expect(answer).toContainText(
      either(like('message.delivery.delivered'), like('message.delivery.read')),
    )
    await expectNewestInSight(agent, answer.locator('time'))
    await simulator.says(member, 'Thanks')
    await expectNewestInSight(agent, bubbles(agent, 'Thanks').locator('time'))
    await replyBox(agent).fill('One\ntwo\nthree\nfour\nfive')
    await expectNewestInSight(agent, bubbles(agent, 'Thanks').locator('time'))
    await replyBox(agent).fill('')
    await expectNewestInSight(agent, bubbles(agent, 'Thanks').locator('time'))
  })

test('the hand-over card tells what is not in sight above it, in whole words', {
  tag: '@long',
}, async ({ agent, member, simulator }) => {
  const long = `${'supercalifragilistic '.repeat(14)}end`
  const saysAndHears = async (text: string) => {
    await simulator.says(member, text)
    await simulator.settles()
  }
  const texts = ['Track my order', 'HK-20391', long, 'Returns', 'Sizes', 'Returns', 'Sizes']
  for (const text of [...texts, 'Shipping']) await saysAndHears(text)
  await simulator.says(member, 'I want to talk to a person')
  await opens(agent, member)
  await expect(owner(agent)).toContainText(t('owner.line.waiting'))
  const card = agent.getByRole('region', { name: t('owner.handOver.label') })
  await expect(card).toBeVisible()
  const steps = card.getByRole('list', { name: t('owner.handOver.steps') })
  const stepsText = await steps.textContent()
  expect(stepsText).not.toContain('I want to talk to a person')
  expect(stepsText).not.toContain('Shipping')
  expect(stepsText, 'cut behind a word').toMatch(/ supercalifragilistic…/)
  await expect(bubblesOf(agent, member.name).last()).toContainText('I want to talk to a person')
})

async function expectNewestInSight(agent: Page, line: ReturnType<Page['locator']>) {
  const composer = agent.getByRole('region', { name: t('composer.box.region') })
  await expect
    .poll(async () => {
      const [what, where] = [await boxOf(line), await boxOf(composer)]
      return what.y + what.height - where.y
    })
    .toBeLessThanOrEqual(0)
  await expectUncovered(line, 'the newest line')
  await expectWhole(line, 'the newest line')
}

function distanceFromEnd(agent: Page): Promise<number> {
  return thread(agent).evaluate((it) => it.scrollHeight - it.clientHeight - it.scrollTop)
}
