import { randomUUID } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect } from 'vitest'
import { addChannel, type ChannelInput } from '@/lib/admin/channel/add-channel'
import { addConnection } from '@/lib/admin/channel/add-connection'
import { addAgent } from '@/lib/admin/people/add-agent'
import type { Context } from '@/lib/context'
import { findConversation } from '@/lib/db/conversation/conversations'
import { listMessages } from '@/lib/db/message/messages'
import { DEFAULT_AGENT_SETTINGS } from '@/lib/domain/people/agent-settings'
import type { Viewer } from '@/lib/domain/people/viewer'
import { answerWebhook } from '@/lib/http/webhook/webhook-path'
import { refreshMember } from '@/lib/jobs/member/refresh-member'
import { sendReplies } from '@/lib/jobs/reply/send-replies'
import { Appender } from '@/lib/log/append'
import { foldPending } from '@/lib/log/fold'
import { SECRET, testInbox } from '@/lib/log/testing'
import { toActivityView } from '@/lib/view/activity-view'
import { toConversationView } from '@/lib/view/conversation-view'
import { toMessageView } from '@/lib/view/message-view'
import { type Simulator, startSimulator } from '@/simulator/server'
import { SecretCache } from './channel/signing-secrets'
import type { Receiver } from './log/receive-event'
import { Rejections } from './log/rejections'
import { setLiveChat } from './owner/set-live-chat'
import { sendReply } from './reply/send-reply'

/** People of these tests send at once: what is held for undo has tests of its own. */
const AT_ONCE = { ...DEFAULT_AGENT_SETTINGS, undoSeconds: 0 } as const

/** How far a reply is that left for good: when its receipts come is the platform's affair, and no test may hang on it. */
export const HAS_LEFT = expect.stringMatching(/^(sent|delivered|read)$/)

/**
 * A database, a stand-in Stella and a webhook address between them, for a `*.db.test.ts` about what people do.
 * Jobs run only when a test runs them, so that each step can be looked at.
 */
export function testTeam() {
  const inbox = testInbox()
  let simulator: Simulator
  let server: http.Server
  let receiver: Receiver
  let channelId = ''
  let given: ChannelInput
  const stellaId = randomUUID().replaceAll('-', '').slice(0, 24)
  const agents: Record<string, Viewer> = {}

  beforeAll(async () => {
    const { ctx } = inbox
    receiver = {
      appender: new Appender(ctx.sql),
      secrets: new SecretCache(ctx),
      rejections: new Rejections(ctx.sql, () => {}),
      wake: () => {},
    }
    simulator = await startSimulator({ port: 0, quiet: true })
    const urls = {
      botUrl: simulator.url,
      restUrl: `${simulator.url}/vnext/rest`,
      fileUrl: `${simulator.url}/vnext`,
    }
    const connection = await addConnection(ctx, {
      name: 'Talk',
      accessToken: 'demo-access-token',
      ...urls,
    })
    given = {
      connectionId: connection.id,
      name: 'Shop HK',
      platform: 'whatsapp',
      stellaId,
      externalId: '85268227287',
      secret: SECRET,
    }
    const channel = await addChannel(ctx, given)
    channelId = channel.id
    server = http.createServer((request, response) => answerWebhook(request, response, receiver))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    await control('PUT', `/channels/${stellaId}`, {
      platform: 'whatsapp',
      name: 'Shop HK',
      externalId: '85268227287',
      secret: SECRET,
      webhookUrl: `http://127.0.0.1:${port}${channel.webhookPath}`,
      subscriptions: ['raw', 'normalized', 'outbound', 'statuses'],
    })
    for (const name of ['Ana', 'Ben']) agents[name] = await makeAgent(name)
  })
  afterAll(async () => {
    await simulator.close()
    server.closeAllConnections()
    server.close()
    await receiver.rejections.stop()
  })

  async function makeAgent(name: string): Promise<Viewer> {
    const email = `${name.toLowerCase()}@example.com`
    const { id } = await addAgent(inbox.ctx, {
      email,
      name,
      role: 'agent',
      password: 'long enough',
    })
    return { id, name, email, role: 'agent', settings: AT_ONCE }
  }

  async function control(method: string, path: string, body?: object) {
    const response = await fetch(`${simulator.url}/control${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
    })
    const text = await response.text()
    expect(response.status, text).toBeLessThan(300)
    return JSON.parse(text)
  }

  const team = {
    inbox,
    control,
    stellaId,
    get ctx() {
      return inbox.ctx
    },
    get receiver() {
      return receiver
    },
    get channelId() {
      return channelId
    },
    get simulatorUrl() {
      return simulator.url
    },
    agent: (name: string): Viewer => {
      const found = agents[name]
      if (!found) throw new Error(`There is no ${name}`)
      return found
    },
    /** Waits until the simulator has delivered all it has to say, and folds it. */
    async settle() {
      await expect
        .poll(async () => (await control('GET', '/ready')).pending, { timeout: 10_000 })
        .toBe(0)
      await foldPending(inbox.ctx.sql)
    },
    /** A member nobody has met writes; gives their conversation. */
    async newConversation(text = 'Hello') {
      const member = `8529${Math.floor(Math.random() * 1e7)}`
      await control('POST', '/say', { channel: stellaId, member, name: 'Mei', text })
      await team.settle()
      const [row] = await inbox.ctx.sql<{ id: string }[]>`
        select c.id from conversations c join members m on m.id = c.member_id
        where m.external_id = ${member}`
      if (!row) throw new Error('The member’s first line made no conversation')
      return { id: row.id, member }
    },
    /** A conversation that the agent has taken over. */
    async takenConversation(name = 'Ana') {
      const started = await team.newConversation()
      await setLiveChat(inbox.ctx, team.agent(name), started.id, { liveChat: true })
      return started
    },
    reply: (conversationId: string, text: string, id = randomUUID(), name = 'Ana') =>
      sendReply(inbox.ctx, team.agent(name), conversationId, {
        id,
        content: { type: 'text', text },
      }),
    runOutbox: (conversationId: string) => sendReplies(inbox.ctx, { conversationId }),
    /** The same in another process. */
    runOutboxOf: (ctx: Context, conversationId: string) => sendReplies(ctx, { conversationId }),
    reconnect: (connectionId = given.connectionId) =>
      addChannel(inbox.ctx, { ...given, connectionId }),
    /** Runs the outbox until nothing of it waits: also for as long as the connection pauses. */
    async drain(...conversationIds: string[]) {
      const waiting = async () => {
        for (const id of conversationIds) await team.runOutbox(id)
        const [row] = await inbox.ctx.sql<{ count: number }[]>`
          select count(*) as count from messages where conversation_id = any(${conversationIds}::uuid[])
            and author = 'agent' and not removed and delivery in ('queued', 'sending')`
        return row?.count
      }
      await expect.poll(waiting, { timeout: 20_000, interval: 100 }).toBe(0)
    },
    refresh: (conversationId: string) => refreshMember(inbox.ctx, { conversationId }),
    /** A conversation as an agent sees it. */
    async conversation(id: string) {
      const found = await findConversation(inbox.ctx.sql, id)
      if (!found) throw new Error('There is no such conversation')
      return toConversationView(found)
    },
    /** The newest page of a thread as an agent sees it. */
    async thread(conversationId: string) {
      const { items, activities } = await listMessages(inbox.ctx.sql, conversationId)
      return { items: items.map(toMessageView), activities: activities.map(toActivityView) }
    },
    /** Our lines of a thread. */
    async replies(conversationId: string) {
      const { items } = await team.thread(conversationId)
      return items.filter((message) => message.author === 'agent' || message.author === 'api')
    },
    /** The agents' lines on the member's phone. */
    async phone(member: string): Promise<string[]> {
      const { thread } = await control('GET', `/members/${member}?channel=${stellaId}`)
      return thread
        .filter((message: { from: string }) => message.from !== 'member' && message.from !== 'bot')
        .map((message: { text: string }) => message.text)
    },
  }
  return team
}
