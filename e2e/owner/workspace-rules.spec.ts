import { paths } from '@/lib/paths'
import { connectsChannel } from '../support/admin-pages'
import { bubbles, opens, owner, replies, row, takesOver } from '../support/phrases'
import { agentTexts } from '../support/started-conversations'
import { expect, test } from '../support/test'
import { like, t } from '../support/words'

const DAY_MS = 86_400_000

test.use({ storageState: async ({ adaState }, use) => use(adaState) })

test('who waits outside the hours is told so once, and agents read when it opens, on which channel', async ({
  page,
  agent,
  simulator,
  appUrl,
  member,
}) => {
  const channel = await connectsChannel(page, simulator, appUrl, member)
  const closedText = 'We are closed. You will hear from us.'
  // A quarter of an hour a week, three days from now: closed whenever this runs.
  const day = new Date(Date.now() + 3 * DAY_MS).getUTCDay()
  const configured = await page.request.put(paths.api.admin.channelSettings(channel.id), {
    data: {
      color: 'teal',
      handOverKeywords: ['mensch'],
      closedText,
      openingHours: { timeZone: 'UTC', spans: [{ day, from: '12:00', to: '12:15' }] },
    },
  })
  expect(configured.status()).toBe(200)
  await simulator.says(channel.member, 'Hello')
  await opens(agent, channel.member)
  await expect(row(agent, channel.member)).toContainText(channel.name)
  await simulator.says(channel.member, 'Mensch, please')
  await expect(owner(agent)).toContainText(
    t('owner.line.whileClosed', { line: t('owner.line.waiting') }),
  )
  await expect(agent.getByRole('region', { name: t('owner.handOver.label') })).toContainText(
    like('owner.closed.until'),
  )
  await expect(bubbles(agent, closedText)).toHaveCount(1)
  await simulator.says(channel.member, 'Anybody?')
  await expect(bubbles(agent, 'Anybody?')).toBeVisible()
  await expect.poll(() => agentTexts(simulator, channel.member)).toEqual([closedText])
})

test('a member who writes after a resolve waits for a person, whoever had answered', {
  tag: '@long',
}, async ({ agent, simulator, member }) => {
  await simulator.says(member, 'Hello')
  await opens(agent, member)
  await takesOver(agent)
  await replies(agent, 'Done, have a good day')
  await agent.getByRole('button', { name: t('conversation.header.resolve') }).click()
  const thread = agent.getByRole('region', {
    name: t('conversation.thread.with', { member: member.name }),
  })
  await expect(thread).toBeHidden()
  await row(agent, member).click()
  await expect(agent.getByRole('button', { name: t('conversation.header.reopen') })).toBeVisible()
  await expect(owner(agent)).toContainText(t('owner.line.resolved'))
  await simulator.says(member, 'One more thing')
  await expect(owner(agent)).toContainText(t('owner.line.waiting'))
  await expect(row(agent, member)).toContainText(like('conversation.row.waiting'))
  await expect(agent.getByRole('region', { name: t('owner.handOver.label') })).toContainText(
    t('owner.handOver.memberReturned'),
  )
})
