import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { DEFAULT_AGENT_SETTINGS } from '@/lib/domain/people/agent-settings'
import type { Viewer } from '@/lib/domain/people/viewer'
import { setLiveChat } from '../owner/set-live-chat'
import { testTalk } from '../testing'
import { sendReply } from './send-reply'
import { settleReply } from './settle-reply'

const talk = testTalk()
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
  agent = talk.agent('Ana'),
) => settleReply(talk.ctx, agent, { conversationId, messageId }, { action })

/** Ana's conversation, in which Stella has refused a reply of hers. */
async function failedTalk() {
  const started = await talk.takenTalk()
  const { id: messageId } = await talk.reply(started.id, 'fail:refuse')
  await talk.runOutbox(started.id)
  expect((await talk.replies(started.id))[0]?.delivery).toBe('failed')
  return { ...started, messageId }
}

function scheduled(conversationId: string) {
  const sendAt = new Date(Date.now() + 3_600_000).toISOString()
  const content = { type: 'text', text: 'Later' } as const
  return sendReply(talk.ctx, talk.agent('Ana'), conversationId, {
    id: randomUUID(),
    content,
    sendAt,
  })
}

test('a failed reply is not sent again into a conversation that the bot has by now', async () => {
  const { id, messageId } = await failedTalk()
  await setLiveChat(talk.ctx, talk.agent('Ana'), id, { liveChat: false })
  await expect(settle(id, messageId, 'send-again')).rejects.toThrow(/bot is answering/)
  expect((await talk.replies(id))[0]?.delivery).toBe('failed')
})

test('a failed reply is not sent again into a colleague’s conversation, by its writer or by a supervisor', async () => {
  const { id, messageId } = await failedTalk()
  await setLiveChat(talk.ctx, talk.agent('Ben'), id, { liveChat: true })
  await expect(settle(id, messageId, 'send-again')).rejects.toThrow(/Ben is answering/)
  await expect(settle(id, messageId, 'send-again', SAM)).rejects.toThrow(/Ben is answering/)
})

test('whoever answers, or a supervisor for the writer who still does, sends it again', async () => {
  const first = await failedTalk()
  expect(await settle(first.id, first.messageId, 'send-again', SAM)).toMatchObject({
    delivery: 'queued',
  })
  const second = await failedTalk()
  await expect(
    settle(second.id, second.messageId, 'send-again', talk.agent('Ben')),
  ).rejects.toThrow(/Ana is answering/)
  await setLiveChat(talk.ctx, talk.agent('Ben'), second.id, { liveChat: true })
  expect(await settle(second.id, second.messageId, 'send-again', talk.agent('Ben'))).toMatchObject({
    delivery: 'queued',
  })
})

test('a scheduled reply is not sent now into a conversation that the bot has', async () => {
  const { id, member } = await talk.takenTalk()
  const reply = await scheduled(id)
  await setLiveChat(talk.ctx, talk.agent('Ana'), id, { liveChat: false })
  await expect(settle(id, reply.id, 'send-now')).rejects.toThrow(/bot is answering/)
  await talk.runOutbox(id)
  expect(await talk.phone(member)).toEqual([])
})
