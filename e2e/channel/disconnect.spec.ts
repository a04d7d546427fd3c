import { connectOwnChannel } from '../support/own-channel'
import {
  bubbles,
  list,
  opens,
  owner,
  replies,
  replyBox,
  sendButton,
  takesOver,
} from '../support/phrases'
import { expect, test } from '../support/test'
import { like, t } from '../support/words'

test('a channel that Stella disconnects says so everywhere, keeps receiving, and resumes without a reload', async ({
  agent,
  member: someone,
  simulator,
  appUrl,
  simulatorUrl,
}) => {
  const channel = await connectOwnChannel(appUrl, simulatorUrl)
  const member = { ...someone, channel: channel.stellaId }
  const notice = t('conversation.thread.disconnected', { channel: channel.name })
  await simulator.says(member, 'Hi')
  await opens(agent, member)
  await takesOver(agent)
  await replies(agent, 'Hello')

  await simulator.deauthorizes(channel.stellaId)
  const threadBanner = agent
    .getByRole('status')
    .filter({ hasText: t('conversation.thread.disconnectedText', { member: member.name }) })
  await expect(threadBanner).toContainText(notice)
  await expect(list(agent).getByRole('status').filter({ hasText: channel.name })).toBeVisible()
  // The passport of the line that is being sent may say the same above it.
  await expect(
    agent
      .getByRole('region', { name: t('composer.box.region') })
      .getByText(t('reply.blocked.disconnected'), { exact: true }),
  ).toBeVisible()
  await replyBox(agent).fill('Are you there?')
  await expect(sendButton(agent)).toBeDisabled()

  await simulator.says(member, 'Still here')
  await expect(bubbles(agent, 'Still here')).toBeVisible()

  await channel.reconnect()
  await expect(threadBanner).toBeHidden()
  await expect(list(agent).getByText(channel.name)).toBeHidden()
  await expect(owner(agent)).toContainText(like('owner.line.youSince'))
  await replies(agent, 'Are you there?')
  await expect
    .poll(async () => (await simulator.thread(member)).map((line) => line.text))
    .toContain('Are you there?')
  await channel.close()
})
