import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { listMessages, listScheduled } from '@/lib/db/message/messages'
import type { Viewer } from '@/lib/domain/people/viewer'
import type { ReplyInput } from '@/lib/domain/reply/schema/reply-schema'
import { english } from '@/lib/i18n/catalogues'
import { reason } from '@/lib/i18n/reason'
import { replyDue } from '@/lib/jobs/reply/reply-due'
import { checkRebuild } from '@/lib/log/rebuild'
import { readPassport } from '../message/passport'
import { setLiveChat } from '../owner/set-live-chat'
import { testTeam } from '../testing'
import { rescheduleReply } from './reschedule-reply'
import { sendReply } from './send-reply'
import { settleReply } from './settle-reply'

const team = testTeam()

function careful(undoSeconds: 5 | 15 = 15): Viewer {
  return { ...team.agent('Ana'), settings: { ...team.agent('Ana').settings, undoSeconds } }
}

function write(
  id: string,
  text: string,
  more: Partial<ReplyInput> = {},
  agent = team.agent('Ana'),
) {
  const content = { type: 'text', text } as const
  return sendReply(team.ctx, agent, id, { id: randomUUID(), content, ...more })
}

const settle = (
  conversationId: string,
  messageId: string,
  action: 'undo' | 'send-now' | 'cancel',
  agent = team.agent('Ana'),
) => settleReply(team.ctx, agent, { conversationId, messageId }, { action })

const in_ = (ms: number) => new Date(Date.now() + ms).toISOString()
const HOUR_MS = 3_600_000

/** Turns the clock of one reply, as waiting would. */
async function letPass(messageId: string) {
  await team.ctx.sql`
    update messages set held_until = now() - interval '1 second' where id = ${messageId} and held_until is not null`
  await team.ctx.sql`
    update messages set send_at = now() - interval '1 second' where id = ${messageId} and send_at is not null`
}

test('a reply is held for as long as its writer likes to be able to undo it, and what is behind it waits too', async () => {
  const { id, member } = await team.takenConversation()
  const held = await write(id, 'first', {}, careful())
  await write(id, 'second')
  expect((held.heldUntil ?? 0) - Date.now()).toBeGreaterThan(13_000)
  await team.runOutbox(id)
  expect(await team.phone(member)).toEqual([])
  await letPass(held.id)
  await team.runOutbox(id)
  expect(await team.phone(member)).toEqual(['first', 'second'])
})

test('an undone reply never reaches the phone, leaves no line, gives its words back, and lets the next one go', async () => {
  const { id, member } = await team.takenConversation()
  const before = (await team.conversation(id)).lastMessage
  const held = await write(id, 'oops', {}, careful())
  expect((await team.conversation(id)).lastMessage).toEqual(before)
  await write(id, 'better')
  const undone = await settle(id, held.id, 'undo')
  expect(undone).toMatchObject({ removed: true, content: { text: 'oops' } })
  await team.runOutbox(id)
  await team.settle()
  expect(await team.phone(member)).toEqual(['better'])
  expect((await team.replies(id)).map((message) => message.text)).toEqual(['better'])
  expect((await team.conversation(id)).lastMessage?.preview).toBe('better')
  // Posting the same id once more does not bring it back.
  await sendReply(team.ctx, careful(), id, { id: held.id, content: { type: 'text', text: 'oops' } })
  await team.runOutbox(id)
  expect(await team.phone(member)).toEqual(['better'])
})

test('undo and the outbox at the same moment: the reply is either taken back or sent, never both', async () => {
  for (let round = 0; round < 8; round += 1) {
    const { id, member } = await team.takenConversation()
    const held = await write(id, 'now or never', {}, careful())
    await letPass(held.id)
    const [undo] = await Promise.allSettled([settle(id, held.id, 'undo'), team.runOutbox(id)])
    await team.settle()
    const sent = await team.phone(member)
    expect(sent).toEqual(undo.status === 'fulfilled' ? [] : ['now or never'])
    expect(await team.replies(id)).toHaveLength(sent.length)
  }
})

test('only its writer or a supervisor may undo a reply; too late is said in words', async () => {
  const { id } = await team.takenConversation()
  const held = await write(id, 'mine', {}, careful())
  await expect(settle(id, held.id, 'undo', team.agent('Ben'))).rejects.toThrow(/Only Ana/)
  await expect(
    settle(id, held.id, 'undo', { ...team.agent('Ben'), role: 'supervisor' }),
  ).resolves.toMatchObject({ removed: true })
  const sent = await write(id, 'gone')
  await team.runOutbox(id)
  await expect(settle(id, sent.id, 'undo')).rejects.toThrow(/Too late/)
})

test('nobody else cancels what still waits by its writer’s will', async () => {
  const { id } = await team.takenConversation()
  const held = await write(id, 'held', {}, careful())
  const later = await write(id, 'later', { sendAt: in_(HOUR_MS) })
  for (const reply of [held, later])
    await expect(settle(id, reply.id, 'cancel', team.agent('Ben'))).rejects.toThrow(/Only Ana/)
  expect(await listScheduled(team.ctx.sql, id)).toHaveLength(1)
  await expect(settle(id, held.id, 'cancel')).resolves.toMatchObject({ delivery: 'failed' })
})

test('a scheduled reply stands outside the thread, holds nobody up, and goes at its time behind what was said', async () => {
  const { id, member } = await team.takenConversation()
  const later = await write(id, 'How did it go?', { sendAt: in_(HOUR_MS) })
  await write(id, 'Bye for now')
  await team.runOutbox(id)
  expect(await team.phone(member)).toEqual(['Bye for now'])
  expect((await listMessages(team.ctx.sql, id)).items.map((message) => message.id)).not.toContain(
    later.id,
  )
  expect((await listScheduled(team.ctx.sql, id)).map((message) => message.id)).toEqual([later.id])
  await replyDue(team.ctx, { conversationId: id, messageId: later.id })
  expect(await listScheduled(team.ctx.sql, id)).toHaveLength(1)
  await letPass(later.id)
  await replyDue(team.ctx, { conversationId: id, messageId: later.id })
  await team.runOutbox(id)
  await team.settle()
  expect(await team.phone(member)).toEqual(['Bye for now', 'How did it go?'])
  expect((await team.replies(id)).map((message) => message.text)).toEqual([
    'Bye for now',
    'How did it go?',
  ])
  expect(await listScheduled(team.ctx.sql, id)).toEqual([])
})

test('a reply for the member’s silence is given up when they write first; one without that wish is not', async () => {
  const { id, member } = await team.takenConversation()
  const silent = await write(id, 'Still there?', { sendAt: in_(HOUR_MS), unlessMemberWrites: true })
  const anyway = await write(id, 'Reminder', { sendAt: in_(HOUR_MS) })
  await team.control('POST', '/say', { channel: team.stellaId, member, text: 'Back again' })
  await team.settle()
  expect((await listScheduled(team.ctx.sql, id)).map((message) => message.id)).toEqual([anyway.id])
  const [message] = await team.replies(id)
  expect(message).toMatchObject({
    id: silent.id,
    delivery: 'failed',
  })
  expect(english.say(message?.error ?? '')).toMatch(/wrote/)
  await letPass(silent.id)
  await replyDue(team.ctx, { conversationId: id, messageId: silent.id })
  await team.runOutbox(id)
  expect(await team.phone(member)).toEqual([])
})

test('a scheduled reply takes new words and another time, can go now, and can be taken back', async () => {
  const { id, member } = await team.takenConversation()
  const later = await write(id, 'draft', { sendAt: in_(HOUR_MS) })
  const place = { conversationId: id, messageId: later.id }
  const sendAt = in_(2 * HOUR_MS)
  const content = { type: 'text', text: 'final' } as const
  const input = { content, sendAt, unlessMemberWrites: true }
  await expect(rescheduleReply(team.ctx, team.agent('Ben'), place, input)).rejects.toThrow(
    /Only Ana/,
  )
  expect(await rescheduleReply(team.ctx, team.agent('Ana'), place, input)).toMatchObject({
    content,
    sendAt: Date.parse(sendAt),
    unlessMemberWrites: true,
  })
  await settle(id, later.id, 'send-now')
  await team.runOutbox(id)
  expect(await team.phone(member)).toEqual(['final'])
  await expect(rescheduleReply(team.ctx, team.agent('Ana'), place, input)).rejects.toThrow(
    /no longer/,
  )
  const other = await write(id, 'never', { sendAt })
  await settle(id, other.id, 'undo')
  expect(await listScheduled(team.ctx.sql, id)).toEqual([])
})

test('times that have passed or lie beyond the reply window are refused in words', async () => {
  const { id } = await team.takenConversation()
  await expect(write(id, 'x', { sendAt: in_(-1000) })).rejects.toThrow(/in the future/)
  await expect(write(id, 'x', { sendAt: in_(25 * HOUR_MS) })).rejects.toThrow(/reply window closes/)
  await expect(write(id, 'x', { sendAt: in_(400 * 24 * HOUR_MS) })).rejects.toThrow(/within a year/)
})

test('a scheduled reply does not speak into a conversation that the bot has again: it fails with that reason', async () => {
  const { id, member } = await team.takenConversation()
  const later = await write(id, 'hello?', { sendAt: in_(HOUR_MS) })
  await setLiveChat(team.ctx, team.agent('Ana'), id, { liveChat: false })
  await letPass(later.id)
  await replyDue(team.ctx, { conversationId: id, messageId: later.id })
  await team.runOutbox(id)
  expect((await team.replies(id))[0]).toMatchObject({
    delivery: 'failed',
    error: reason('reply.blocked.bot'),
  })
  expect(await team.phone(member)).toEqual([])
})

test('a reply to a message quotes it in the thread; a message from elsewhere is refused', async () => {
  const { id } = await team.takenConversation()
  const { items } = await team.thread(id)
  const asked = items.find((message) => message.author === 'member')
  await write(id, 'Yes', { replyTo: asked?.id })
  const [answer] = await team.replies(id)
  expect(answer?.replyTo).toMatchObject({ messageId: asked?.id, preview: asked?.text })
  const other = await team.takenConversation()
  await expect(write(other.id, 'No', { replyTo: asked?.id })).rejects.toThrow(/isn’t in this/)
})

test('the passport names who wrote, how long it was held, each attempt, the echo and what the phone reported', async () => {
  const { id, member } = await team.takenConversation()
  const held = await write(id, 'follow me', {}, careful())
  await letPass(held.id)
  await team.runOutbox(id)
  await team.control('POST', '/read', { channel: team.stellaId, member })
  const texts = async () => {
    await team.settle()
    const { hops } = await readPassport(team.ctx, team.agent('Ana'), {
      conversationId: id,
      messageId: held.id,
    })
    expect(hops.every((hop) => hop.eventId > 0)).toBe(true)
    expect(hops.map((hop) => hop.eventId)).toEqual(
      hops.map((hop) => hop.eventId).sort((a, b) => a - b),
    )
    expect(hops[0]?.source).toBe('Ana')
    return hops.map((hop) => [hop.text, ...hop.more].map(english.say).join(' · ')).join('\n')
  }
  await expect.poll(texts, { timeout: 10_000 }).toContain('Read')
  const all = await texts()
  for (const step of [
    'held back for undo',
    'Handed to Stella',
    'Stella accepted',
    'Echo:',
    'Delivered',
  ])
    expect(all).toContain(step)
})

test('a rebuild of all this gives the same rows', async () => {
  await team.settle()
  const check = await checkRebuild(team.ctx.sql)
  expect(check.tables.filter((table) => !table.same)).toEqual([])
})
