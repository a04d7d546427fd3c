import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { DEFAULT_AGENT_SETTINGS } from '@/lib/domain/people/agent-settings'
import type { Viewer } from '@/lib/domain/people/viewer'
import { setLiveChat } from '../owner/set-live-chat'
import { testTeam } from '../testing'
import { sendReply } from './send-reply'
import { settleReply } from './settle-reply'

const team = testTeam()
const SAM: Viewer = {
  id: randomUUID(),
  name: 'Sam',
  email: 'sam@example.com',
  role: 'supervisor',
  settings: DEFAULT_AGENT_SETTINGS,
}

const settle = (
  conversationId: string,
  messageId: string,
  action: 'send-again' | 'send-now',
  agent = team.agent('Ana'),
) => settleReply(team.ctx, agent, { conversationId, messageId }, { action })

/** Ana's conversation, in which Stella has refused a reply of hers. */
async function failedConversation() {
  const started = await team.takenConversation()
  const { id: messageId } = await team.reply(started.id, 'fail:refuse')
  await team.runOutbox(started.id)
  expect((await team.replies(started.id))[0]?.delivery).toBe('failed')
  return { ...started, messageId }
}

function scheduled(conversationId: string) {
  const sendAt = new Date(Date.now() + 3_600_000).toISOString()
  const content = { type: 'text', text: 'Later' } as const
  return sendReply(team.ctx, team.agent('Ana'), conversationId, {
    id: randomUUID(),
    content,
    sendAt,
  })
}

test('a failed reply is not sent again into a conversation that the bot has by now', async () => {
  const { id, messageId } = await failedConversation()
  await setLiveChat(team.ctx, team.agent('Ana'), id, { liveChat: false })
  await expect(settle(id, messageId, 'send-again')).rejects.toThrow(/bot is answering/)
  expect((await team.replies(id))[0]?.delivery).toBe('failed')
})

test('a failed reply is not sent again into a colleague’s conversation, by its writer or by a supervisor', async () => {
  const { id, messageId } = await failedConversation()
  await setLiveChat(team.ctx, team.agent('Ben'), id, { liveChat: true })
  await expect(settle(id, messageId, 'send-again')).rejects.toThrow(/Ben is answering/)
  await expect(settle(id, messageId, 'send-again', SAM)).rejects.toThrow(/Ben is answering/)
})

test('whoever answers, or a supervisor for the writer who still does, sends it again', async () => {
  const first = await failedConversation()
  expect(await settle(first.id, first.messageId, 'send-again', SAM)).toMatchObject({
    delivery: 'queued',
  })
  const second = await failedConversation()
  await expect(
    settle(second.id, second.messageId, 'send-again', team.agent('Ben')),
  ).rejects.toThrow(/Ana is answering/)
  await setLiveChat(team.ctx, team.agent('Ben'), second.id, { liveChat: true })
  expect(await settle(second.id, second.messageId, 'send-again', team.agent('Ben'))).toMatchObject({
    delivery: 'queued',
  })
})

test('a scheduled reply is not sent now into a conversation that the bot has', async () => {
  const { id, member } = await team.takenConversation()
  const reply = await scheduled(id)
  await setLiveChat(team.ctx, team.agent('Ana'), id, { liveChat: false })
  await expect(settle(id, reply.id, 'send-now')).rejects.toThrow(/bot is answering/)
  await team.runOutbox(id)
  expect(await team.phone(member)).toEqual([])
})
