import type { Platform } from '@/lib/domain/channel/channel'
import { type OrderKey, parseOrderText, toOrderText } from '@/lib/domain/conversation/order'
import type { Outage, OutboxPage, OutboxState } from '@/lib/domain/reply/outbox'
import type { Queryable } from '../client'
import { listMessagesById } from '../message/messages'
import { isFailedReply } from './failed-replies'

const PAGE_MAX = 200
const PAGE_DEFAULT = 50
/** A reply that leaves at once is no news: it waits from this age on, or when something holds it up. */
const WAITING_SECONDS = 5

interface Row extends OrderKey {
  id: string
  memberName: string
  channelId: string
  channelName: string
  platform: Platform
}

/** Whose outbox it is. */
interface Reader {
  /** The channels the reader is kept to; undefined: all. */
  seenChannels?: string[]
  /** Whose replies alone; undefined: everybody's. */
  writerId?: string
}

/** A page of the replies in one state, oldest first, and the number of each. A cursor nobody gave out starts anew. */
export async function listOutbox(
  sql: Queryable,
  {
    state,
    cursor,
    limit = PAGE_DEFAULT,
    ...reader
  }: {
    state: OutboxState
    cursor?: string
    limit?: number
  } & Reader,
): Promise<OutboxPage> {
  const size = Math.min(Math.max(limit, 1), PAGE_MAX)
  const after = cursor ? parseOrderText(cursor) : undefined
  const rows = await sql<Row[]>`
    select m.id, m.sent_at, m.event_id, m.place, ch.id as channel_id, ch.name as channel_name, ch.platform,
      coalesce(p.name, p.profile_name, p.moved_to, p.external_id) as member_name
    from messages m join conversations c on c.id = m.conversation_id
      join members p on p.id = c.member_id join channels ch on ch.id = m.channel_id
    where m.author = 'agent' and not m.removed and ${inState(sql, state)}
      ${seen(sql, reader)}
      ${after ? sql`and (m.sent_at, m.event_id, m.place) > (${new Date(after.sentAt).toISOString()}::timestamptz, ${after.eventId}::bigint, ${after.place}::int)` : sql``}
    order by m.sent_at, m.event_id, m.place limit ${size + 1}`
  const page = rows.slice(0, size)
  const messages = await listMessagesById(
    sql,
    page.map((row) => row.id),
  )
  const last = page.at(-1)
  return {
    items: page.flatMap(({ id, memberName, channelId, channelName, platform }) => {
      const message = messages.get(id)
      const channel = { id: channelId, name: channelName, platform }
      return message ? [{ message, memberName, channel }] : []
    }),
    nextCursor: rows.length > size && last ? toOrderText(last) : null,
    counts: await countOutbox(sql, reader),
  }
}

function seen(sql: Queryable, { seenChannels, writerId }: Reader) {
  return sql`
    ${seenChannels ? sql`and m.channel_id = any(${seenChannels}::uuid[])` : sql``}
    ${writerId ? sql`and m.agent_id = ${writerId}` : sql``}`
}

async function countOutbox(sql: Queryable, reader: Reader): Promise<OutboxPage['counts']> {
  const [row] = await sql<OutboxPage['counts'][]>`
    select count(*) filter (where ${inState(sql, 'waiting')}) as waiting,
      count(*) filter (where ${inState(sql, 'failed')}) as failed,
      count(*) filter (where ${inState(sql, 'unconfirmed')}) as unconfirmed,
      count(*) filter (where ${inState(sql, 'scheduled')}) as scheduled
    from messages m where m.author = 'agent' and not m.removed
      and m.delivery in ('queued', 'sending', 'failed', 'unconfirmed') ${seen(sql, reader)}`
  return row ?? { waiting: 0, failed: 0, unconfirmed: 0, scheduled: 0 }
}

function inState(sql: Queryable, state: OutboxState) {
  switch (state) {
    case 'waiting':
      return sql`m.delivery in ('queued', 'sending') and m.send_at is null
        and (m.next_attempt_at is not null or m.sent_at < now() - make_interval(secs => ${WAITING_SECONDS}))`
    case 'scheduled':
      return sql`m.delivery = 'queued' and m.send_at is not null`
    case 'unconfirmed':
      return sql`m.delivery = 'unconfirmed'`
    case 'failed':
      return isFailedReply(sql, 'm')
  }
}

/**
 * The connections that take no replies for now, and how many wait for each. None where nothing waits: then nothing is
 * held up, and nobody tries. A rest is one only when it is long enough to be noticed.
 */
export async function listOutages(sql: Queryable): Promise<Outage[]> {
  return sql<Outage[]>`
    select * from (select p.connection_id, co.name, p.reason, p.since, p.until, p.probing,
      array(select ch.id from channels ch where ch.connection_id = p.connection_id) as channel_ids,
      (select count(*) from messages m join channels ch on ch.id = m.channel_id
        where ch.connection_id = p.connection_id and m.author = 'agent' and not m.removed
          and m.delivery in ('queued', 'sending') and m.send_at is null) as waiting
    from connection_pauses p join connections co on co.id = p.connection_id
    where p.tries > 0 or (p.until > now() and p.until > p.since + interval '10 seconds')) as p
    where p.waiting > 0 order by p.since`
}
