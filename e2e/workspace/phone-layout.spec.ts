import {
  list,
  owner,
  replies,
  replyBox,
  row,
  seesInbox,
  takesOver,
  thread,
} from '../support/phrases'
import { expect, test } from '../support/test'
import { like, t } from '../support/words'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

test('on a phone the list, the thread and the way back are one pane each', async ({
  agent,
  member,
  simulator,
}) => {
  await simulator.says(member, 'Hi')
  await seesInbox(agent)
  await row(agent, member).click()
  await expect(thread(agent)).toBeVisible()
  await expect(list(agent)).toBeHidden()
  await expect(owner(agent)).toBeInViewport()
  await expect(replyBox(agent)).toBeInViewport()

  await takesOver(agent)
  await replies(agent, 'From my phone')
  await agent.getByRole('button', { name: t('conversation.header.back') }).click()
  await expect(row(agent, member)).toContainText('From my phone')
  await expect(thread(agent)).toBeHidden()

  await agent.goBack()
  await expect(thread(agent)).toBeVisible()
})

test('nothing is wider than the smallest phone', { tag: '@long' }, async ({
  agent,
  member,
  simulator,
}) => {
  await simulator.says(
    member,
    `long ${'word'.repeat(120)} https://example.com/${'path'.repeat(60)}`,
  )
  await agent.setViewportSize({ width: 360, height: 740 })
  await seesInbox(agent)
  const width = () => agent.evaluate(() => document.documentElement.scrollWidth)
  expect(await width()).toBeLessThanOrEqual(360)
  await row(agent, member).click()
  await expect(thread(agent)).toBeVisible()
  expect(await width()).toBeLessThanOrEqual(360)
})

test('on a phone Send stands where the thumb is, whatever the reply window says', {
  tag: '@long',
}, async ({ agent, member, simulator }) => {
  await simulator.says(member, 'Hi')
  await seesInbox(agent)
  await row(agent, member).click()
  await takesOver(agent)
  await expect(agent.getByText(like('composer.box.windowClosesIn')).last()).toBeVisible()
  const attach = await agent.getByRole('button', { name: t('composer.files.attach') }).boundingBox()
  const more = await agent.getByRole('button', { name: t('composer.send.more') }).boundingBox()
  expect(more?.y).toBeCloseTo(attach?.y ?? 0, 0)
  expect((more?.x ?? 0) + (more?.width ?? 0)).toBeGreaterThan(350)
})
