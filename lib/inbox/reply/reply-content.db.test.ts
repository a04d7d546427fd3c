import { randomUUID } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { removeTemplate, saveTemplate } from '@/lib/admin/channel/templates'
import type { PostedContent } from '@/lib/domain/reply/reply-content'
import { replyContentSchema } from '@/lib/domain/reply/schema/reply-content-schema'
import { templateSchema } from '@/lib/domain/reply/schema/template-schema'
import { reason } from '@/lib/i18n/reason'
import { replyDue } from '@/lib/jobs/reply/reply-due'
import { record } from '@/lib/log/fold'
import { checkRebuild } from '@/lib/log/rebuild'
import { inTime } from '@/lib/log/turn'
import { setLiveChat } from '../owner/set-live-chat'
import { testTeam } from '../testing'
import { listReplyTemplates } from './list-reply-templates'
import { sendReply } from './send-reply'

const team = testTeam()

const HOUR_MS = 3_600_000

/** Nobody tells the message's id, so the echo can confirm by content alone. */
const NO_ID = 'fail:no-id'

const KINDS: [string, object, RegExp][] = [
  ['location', { latitude: 22.28, longitude: 114.15, name: NO_ID }, /22.28, 114.15/],
  ['contacts', { contacts: [person('Ann', NO_ID)] }, /Ann fail:no-id \+852 6111 1111/],
  [
    'buttons',
    {
      header: 'Delivery',
      text: `Pick one ${NO_ID}`,
      buttons: [{ type: 'answer', title: 'Yes', payload: 'YES' }],
    },
    /Delivery\nPick one/,
  ],
  [
    'list',
    {
      text: `Which branch? ${NO_ID}`,
      button: 'Open',
      sections: [{ rows: [{ title: 'Central', payload: 'BRANCH_1', text: 'Queen’s Rd' }] }],
    },
    /Which branch/,
  ],
]

function person(firstName: string, lastName: string) {
  return { firstName, lastName, phones: ['+852 6111 1111'], emails: [] }
}

function post(conversationId: string, content: object, id = randomUUID()) {
  const posted: PostedContent = replyContentSchema.parse(content)
  return sendReply(team.ctx, team.agent('Ana'), conversationId, { id, content: posted })
}

async function addTemplate(more: object = {}) {
  const template = templateSchema.parse({
    name: `order_update_${Math.floor(Math.random() * 1e9)}`,
    language: 'en',
    body: 'Hello {{1}}, your parcel comes {{2}}.',
    buttons: [{ type: 'answer', title: 'Thanks' }],
    ...more,
  })
  return saveTemplate(team.ctx, team.agent('Ana').id, team.channelId, template)
}

/** The member wrote so long ago that the window has closed. */
async function closedConversation() {
  const { id, member } = await team.takenConversation()
  const at = Date.now() - 25 * HOUR_MS
  await team.ctx.sql`
    update conversations set last_inbound_at = ${new Date(at).toISOString()} where id = ${id}`
  return { id, member }
}

/** The log knows nothing of the time that a test turned back. */
async function restoreLastInbound(id: string) {
  await team.ctx.sql`update conversations set last_inbound_at = (
    select max(sent_at) from messages where conversation_id = ${id} and author = 'member')
    where id = ${id}`
}

test.each(KINDS)(
  '%s reaches the phone, and its echo confirms it as one bubble',
  async (type, more, seen) => {
    const { id, member } = await team.takenConversation()
    const queued = await post(id, { type, ...more })
    expect(queued.delivery).toBe('queued')
    await team.runOutbox(id)
    await team.settle()
    const messages = await team.replies(id)
    expect(messages).toHaveLength(1)
    expect(messages[0]).toMatchObject({ id: queued.id, author: 'agent', content: queued.content })
    const [row] = await team.ctx.sql`select echoed, delivery from messages where id = ${queued.id}`
    expect(row).toMatchObject({
      echoed: true,
      delivery: expect.stringMatching(/sent|delivered|read/),
    })
    expect(await team.phone(member)).toEqual([expect.stringMatching(seen)])
  },
)

test('the row that the member takes arrives as a choice with its payload', async () => {
  const { id, member } = await team.takenConversation()
  await post(id, {
    type: 'list',
    text: 'Which branch?',
    button: 'Open',
    sections: [{ rows: [{ title: 'Central', payload: 'BRANCH_1' }] }],
  })
  await team.runOutbox(id)
  const { thread } = await team.control('GET', `/members/${member}?channel=${team.stellaId}`)
  const message = thread.at(-1)
  expect(message.choices).toEqual([{ title: 'Central', payload: 'BRANCH_1', via: 'list' }])
  const action = { type: 'tap', ...message.choices[0], replyTo: message.id }
  await team.control('POST', '/say', { channel: team.stellaId, member, action })
  await team.settle()
  const { items } = await team.thread(id)
  // WhatsApp counts whole seconds, so the tap may stand before what it answers.
  expect(items.find(({ kind }) => kind === 'choice')?.content).toMatchObject({
    type: 'choice',
    text: 'Central',
    payload: 'BRANCH_1',
  })
})

test('what the platform doesn’t take is refused in words before it is queued', async () => {
  const { id } = await team.takenConversation()
  const choices = [{ title: 'Red' }]
  await expect(post(id, { type: 'quick-replies', text: 'Which?', choices })).rejects.toMatchObject({
    code: 'invalid',
    message: 'Stella sends quick replies only on Messenger and Instagram, not on WhatsApp.',
  })
  const buttons = Array.from({ length: 4 }, (_, n) => ({ type: 'answer', title: `B${n}` }))
  await expect(post(id, { type: 'buttons', text: 'Which?', buttons })).rejects.toMatchObject({
    code: 'invalid',
    reason: reason('reply.choices.tooMany', { what: 'button', max: 3, count: 4 }),
  })
  expect(await team.replies(id)).toEqual([])
})

test('after the window nothing but a template goes, with every variable filled', async () => {
  const { id, member } = await closedConversation()
  const template = await addTemplate()
  expect((await team.conversation(id)).windowClosesAt).toBeDefined()
  await expect(team.reply(id, 'Hello?')).rejects.toMatchObject({
    code: 'conflict',
    reason: reason('reply.blocked.windowTemplate'),
  })
  const place = { type: 'template', templateId: template.id }
  await expect(post(id, { ...place, values: ['Mei', ' '] })).rejects.toMatchObject({
    code: 'invalid',
    reason: reason('reply.template.fillIn', { field: '{{2}}' }),
  })
  await post(id, { ...place, values: ['Mei', 'tomorrow fail:no-id'] })
  const [queued] = await team.replies(id)
  expect(queued?.text).toBe('Hello Mei, your parcel comes tomorrow fail:no-id.')
  await team.runOutbox(id)
  await team.settle()
  const messages = await team.replies(id)
  expect(messages).toHaveLength(1)
  expect(messages[0]?.content).toMatchObject({ choices: ['Thanks'] })
  expect(messages[0]?.delivery).toMatch(/sent|delivered|read/)
  expect(await team.phone(member)).toEqual([`[${template.name} · en] Mei · tomorrow fail:no-id`])
  await restoreLastInbound(id)
})

test('a scheduled template is bound by the owner alone: the window closes no queue for it and no time', async () => {
  const { id, member } = await closedConversation()
  const template = await addTemplate()
  const values = ['Mei', 'soon']
  const content: PostedContent = { type: 'template', templateId: template.id, values }
  const sendAt = new Date(Date.now() + 48 * HOUR_MS).toISOString()
  const schedule = () =>
    sendReply(team.ctx, team.agent('Ana'), id, { id: randomUUID(), content, sendAt })
  const due = async (messageId: string) => {
    await team.ctx
      .sql`update messages set send_at = now() - interval '1 second' where id = ${messageId}`
    await replyDue(team.ctx, { conversationId: id, messageId })
    await team.runOutbox(id)
    await team.settle()
  }
  const kept = await schedule()
  await due(kept.id)
  expect(await team.phone(member)).toEqual([`[${template.name} · en] Mei · soon`])
  const handedBack = await schedule()
  await setLiveChat(team.ctx, team.agent('Ana'), id, { liveChat: false })
  await due(handedBack.id)
  expect((await team.replies(id)).at(-1)).toMatchObject({
    delivery: 'failed',
    error: reason('reply.blocked.bot'),
  })
  await restoreLastInbound(id)
})

test('a text is scheduled until its window closes and no longer, and says so', async () => {
  const { id } = await team.takenConversation()
  const later = (hours: number) =>
    sendReply(team.ctx, team.agent('Ana'), id, {
      id: randomUUID(),
      content: { type: 'text', text: 'Later' },
      sendAt: new Date(Date.now() + hours * HOUR_MS).toISOString(),
    })
  expect((await later(23)).sendAt).toBeGreaterThan(Date.now())
  await expect(later(25)).rejects.toMatchObject({
    code: 'invalid',
    reason: reason('reply.schedule.window'),
  })
})

test('a template that was taken out of the catalogue can’t be sent any more', async () => {
  const { id } = await team.takenConversation()
  const template = await addTemplate()
  const listed = async () => (await listReplyTemplates(team.ctx, id)).items.map((each) => each.id)
  expect(await listed()).toContain(template.id)
  await removeTemplate(team.ctx, team.agent('Ana').id, team.channelId, template.id)
  expect(await listed()).not.toContain(template.id)
  const values = ['Mei', 'tomorrow']
  await expect(
    post(id, { type: 'template', templateId: template.id, values }),
  ).rejects.toMatchObject({ code: 'not_found' })
})

test('two templates of a channel can’t share name and language; a second language is another template', async () => {
  const { name } = await addTemplate()
  await expect(addTemplate({ name })).rejects.toMatchObject({ code: 'conflict' })
  await expect(addTemplate({ name, language: 'zh_HK' })).resolves.toMatchObject({ name })
})

test('the platform’s code closes the window at once, and what the member writes opens it again', async () => {
  const { id, member } = await team.takenConversation()
  await team.reply(id, 'fail:later')
  // Receipts count whole seconds: within the member's own second the refusal would prove nothing.
  await team.ctx.sql`select pg_sleep(1.1)`
  await team.runOutbox(id)
  await expect
    .poll(
      async () => {
        await team.settle()
        return (await team.conversation(id)).windowRefused
      },
      { timeout: 10_000 },
    )
    .toBe(true)
  await expect(team.reply(id, 'Hello?')).rejects.toMatchObject({
    reason: reason('reply.blocked.refusedWindowTemplate', { platform: 'WhatsApp' }),
  })
  const at = Date.now() + 2_000
  await team.control('POST', '/say', { channel: team.stellaId, member, text: 'Here I am', at })
  await team.settle()
  expect((await team.conversation(id)).windowRefused).toBeUndefined()
  await expect(team.reply(id, 'Good')).resolves.toMatchObject({ delivery: 'queued' })
})

test('the same code in Stella’s own answer closes it too', async () => {
  const { id } = await team.takenConversation()
  const { id: messageId } = await team.reply(id, 'Hello?')
  await team.ctx.sql`select pg_sleep(1.1)`
  await inTime(team.ctx, (tx) =>
    record(
      tx,
      { type: 'reply.refused', messageId, reason: 'Re-engagement message (131047)' },
      { conversationId: id },
    ),
  )
  const { windowRefused, windowClosesAt = '' } = await team.conversation(id)
  expect(windowRefused).toBe(true)
  expect(Date.parse(windowClosesAt)).toBeLessThanOrEqual(Date.now())
})

test.each([
  ['response', 'accessToken', ''],
  ['response', 'access_token', '/v2.1'],
  ['responses', 'accessToken', '/v2.1'],
  ['responses', 'access_token', ''],
])(
  'a connection that speaks %s with %s at %j is spoken to in that way',
  async (key, param, base) => {
    const { id } = await team.takenConversation()
    const stella = await listen()
    const before = await team.ctx
      .sql`select id, bot_url, response_key, token_param from connections`
    await team.ctx.sql`
    update connections set bot_url = ${stella.url + base}, response_key = ${key}, token_param = ${param}
    where id = (select connection_id from channels where id = ${team.channelId})`
    await team.reply(id, 'In your words')
    await team.runOutbox(id)
    for (const row of before)
      await team.ctx.sql`
      update connections set bot_url = ${row.botUrl}, response_key = ${row.responseKey},
        token_param = ${row.tokenParam} where id = ${row.id}`
    stella.close()
    expect(stella.calls).toEqual([
      {
        path: `${base}/sendResponses`,
        query: { [param]: 'demo-access-token' },
        body: {
          channelId: team.stellaId,
          recipientId: expect.stringMatching(/^8529/),
          [key]: [{ type: 'TEXT', text: 'In your words' }],
        },
      },
    ])
    expect((await team.replies(id))[0]).toMatchObject({
      delivery: 'sent',
      platformMessageId: 'm-1',
    })
  },
)

test('a rebuild of all this gives the same rows', async () => {
  await team.settle()
  const check = await checkRebuild(team.ctx.sql)
  expect(check.tables.filter((table) => !table.same)).toEqual([])
})

/** A bot API that takes anything and remembers how it was asked. */
async function listen() {
  const calls: { path: string; query: object; body: unknown }[] = []
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://stella.example')
      const body = JSON.parse(Buffer.concat(chunks).toString())
      calls.push({ path: pathname, query: Object.fromEntries(searchParams), body })
      const result = [{ messageEvent: { messageId: 'm-1' } }]
      response.end(JSON.stringify({ ok: 1, sendResults: [{ result }] }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
