import type { Context } from '@/lib/context'
import type { Sql } from '@/lib/db/client'
import { listGallery } from '@/lib/db/media/gallery'
import { listMessages } from '@/lib/db/message/messages'
import { type OrderKey, toOrderText } from '@/lib/domain/conversation/order'
import { readPassport } from '@/lib/inbox/message/passport'
import { seededId } from './seed/seed-workspace'
import type { Work } from './support/in-turns'

/** What an agent does in a thread, in the seeded thread that is long and in the one of fifty. */
export async function threadWork(sql: Sql): Promise<Map<string, { long: Work; short: Work }>> {
  const [long, short] = [await workIn(sql, 1), await workIn(sql, 2)]
  return new Map(
    [...long].map(([name, work]) => [name, { long: work, short: short.get(name) ?? work }]),
  )
}

async function workIn(sql: Sql, number: number): Promise<Map<string, Work>> {
  const rows = await sql.unsafe<(OrderKey & { id: string; conversationId: string })[]>(`
    select id, conversation_id, sent_at, event_id, place from messages
    where conversation_id = ${seededId('conversation', number)} and author = 'agent'
    order by sent_at, event_id, place`)
  const [line, early] = [rows[Math.floor(rows.length / 2)], rows[0]]
  if (!line || !early) throw new Error('The thread has no line of an agent.')
  const { conversationId, id: messageId } = line
  const middle = toOrderText(line)
  const context = { sql } as Context
  // A page of as many lines as the short thread has on that side, so that both read the same.
  const limit = 24
  return new Map<string, Work>([
    ['open', () => listMessages(sql, conversationId)],
    ['before its middle', () => listMessages(sql, conversationId, { before: middle, limit })],
    ['after its middle', () => listMessages(sql, conversationId, { after: middle, limit })],
    ['around its middle', () => listMessages(sql, conversationId, { around: middle, limit })],
    [
      'after its first line',
      () => listMessages(sql, conversationId, { after: toOrderText(early), limit }),
    ],
    ['pictures', () => listGallery(sql, conversationId, { shelf: 'pictures', limit: 4 })],
    ['files', () => listGallery(sql, conversationId, { shelf: 'files', limit: 4 })],
    ['passport', () => readPassport(context, { role: 'agent' }, { conversationId, messageId })],
  ])
}
