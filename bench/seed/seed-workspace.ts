import type { Sql } from '@/lib/db/client'
import { mendCounters } from '@/lib/db/conversation/counters'
import { withoutIndexes } from './indexes'
import { seedThreads } from './seed-threads'

/** How large a workspace is; everything else follows from it. */
export interface Size {
  conversations: number
  /** Lines of the longest thread. */
  longest: number
}

export const CHANNELS = 20
const AGENTS = 200
/** Of all resolved conversations, one in so many was answered by the first agent. */
const FIRST_AGENT_SHARE = 10

/** Every seeded row has an id that follows from its number, so that a bench can name it. */
export const seededId = (kind: string, number: number | string) => `seeded_id('${kind} ${number}')`

/**
 * Fills the folded tables of an empty, migrated database straight, by statements over whole sets: channels of very
 * unequal size, agents, members, one conversation each with about five lines, and the two threads of
 * `seedThreads`. What the log would say of them is there for those two alone, so a rebuild of it makes no sense.
 */
export async function seedWorkspace(sql: Sql, size: Size, log: (line: string) => void) {
  const steps: [string, () => Promise<unknown>][] = [
    ['channels and agents', () => seedPeople(sql)],
    ['members', () => seedMembers(sql, size)],
    ['conversations', () => seedConversations(sql, size)],
    ['messages', () => seedMessages(sql)],
    ['files', () => seedFiles(sql)],
    ['the threads that are measured', () => seedThreads(sql, size.longest)],
  ]
  const tables = ['members', 'conversations', 'ownership_spans', 'messages', 'media']
  await sql`create function seeded(number bigint, salt bigint) returns float8 language sql immutable parallel safe
    return (hashint8extended(number, salt) & 2147483647) / 2147483648.0`
  // Of version 5, as those that the fold makes: a cursor takes no others.
  await sql`create function seeded_id(name text) returns uuid language sql immutable parallel safe
    return overlay(overlay(md5(name) placing '5' from 13) placing '8' from 17)::uuid`
  await sql`create function seeded_lines(number bigint) returns int language sql immutable parallel safe
    return least(20, 1 + floor(-ln(1 - seeded(number, 20)) * 4.5))::int`
  await withoutIndexes(sql, tables, log, async () => {
    for (const [name, run] of steps) {
      const startedAt = performance.now()
      await run()
      log(`${name}: ${((performance.now() - startedAt) / 1000).toFixed(0)} s`)
    }
  })
  await sql.unsafe('vacuum analyze')
  await sql`update feed_head set feed = (select max(feed) from messages)`
  await mendCounters(sql)
}

async function seedPeople(sql: Sql) {
  await sql`
    insert into channels (id, connection_id, name, platform, stella_id, external_id, authorized, connected_at, feed)
    select seeded_id('channel ' || n), seeded_id('connection'), 'Channel ' || n,
      (array['whatsapp', 'messenger', 'instagram', 'telegram'])[1 + n % 4],
      left(md5('channel ' || n), 24), '8526' || n, true, now() - interval '2 years', 1
    from generate_series(1, ${CHANNELS}) n`
  await sql`
    insert into agents (id, email, name, role, password_hash)
    select seeded_id('agent ' || n), 'agent' || n || '@seed.example', 'Agent ' || n,
      case when n = 1 then 'admin' else 'agent' end, 'none'
    from generate_series(1, ${AGENTS}) n`
}

/** The smaller a channel's number, the larger it is; the last one has about one conversation in a thousand. */
async function seedMembers(sql: Sql, { conversations }: Size) {
  await sql`
    insert into members (id, channel_id, external_id, name, profile_name, locale, tags, created_at, created_feed, feed)
    select seeded_id('member ' || n),
      seeded_id('channel ' || case when n <= 2 then 1 else 1 + floor(${CHANNELS} * power(seeded(n, 1), 2.2)) end),
      '8529' || lpad(n::text, 8, '0'),
      (array['Mei', 'Otto', 'Roy', 'Ana', '美玲', '國強', 'Siu Ming', 'Priya'])[1 + floor(8 * seeded(n, 2))] || ' ' || n,
      'P' || n, (array['en', 'zh-HK', 'zh-CN'])[1 + floor(3 * seeded(n, 3))], '[]',
      now() - interval '2 years' * seeded(n, 4), n, n
    from generate_series(1, ${conversations}::bigint) n`
}

/**
 * Twelve in a hundred are open, and two of those hundred wait; most of the open are the bot's. Half of the resolved are still somebody's.
 * The first agent answered a tenth of these, and of the open ones as many as anybody, whatever the size.
 */
async function seedConversations(sql: Sql, { conversations }: Size) {
  const first = seededId('agent', 1)
  await sql`
    insert into conversations (id, channel_id, member_id, status, owner, owner_since, live_chat, live_chat_as_of,
      assignee_id, workspace_tags, unread, last_message_id, last_activity_at, last_inbound_at, created_at, feed)
    select seeded_id('conversation ' || n), m.channel_id, m.id, s.status, o.owner, t.at - interval '1 hour' * seeded(n, 7),
      o.owner = 'agent', t.at, case when o.owner <> 'agent' then null
        when s.status = 'open' then case when seeded(n, 8) * s.held < 200 then ${sql.unsafe(first)}
          else seeded_id('agent ' || (2 + floor(${AGENTS - 1} * seeded(n, 9)))) end
        when seeded(n, 8) < 1.0 / ${FIRST_AGENT_SHARE}::float8 then ${sql.unsafe(first)}
        else seeded_id('agent ' || (2 + floor(${AGENTS - 1} * seeded(n, 9)))) end,
      case when seeded(n, 10) < 0.001 then '["rare"]'
        when seeded(n, 10) < 0.1 and t.age > 0.7 then '["old campaign"]'
        when seeded(n, 10) < 0.1 then '["vip"]'
        when seeded(n, 10) < 0.13 then '["vip", "refund"]' else '[]' end::jsonb,
      case when s.status = 'open' and seeded(n, 11) < 0.3 then 1 + floor(5 * seeded(n, 12)) else 0 end,
      seeded_id('message ' || n || ' ' || seeded_lines(n)), t.at, t.at - interval '1 minute', m.created_at, n * 1000 + 999
    from generate_series(1, ${conversations}::bigint) n
      join members m on m.id = seeded_id('member ' || n)
      cross join lateral (select case when n <= 2 or seeded(n, 5) < 0.12 then 'open' when seeded(n, 5) < 0.14 then 'snoozed'
        else 'resolved' end as status, 0.03 * ${conversations} as held) s
      cross join lateral (select case
        when n <= 2 then 'agent'
        when s.status = 'open' then case when seeded(n, 6) < 0.02 then 'waiting' when seeded(n, 6) < 0.27 then 'agent'
          when seeded(n, 6) < 0.3 then 'elsewhere' when seeded(n, 6) < 0.33 then 'unknown' else 'bot' end
        when seeded(n, 6) < 0.5 then 'agent' else 'bot' end as owner) o
      cross join lateral (select case when s.status = 'open' then power(seeded(n, 4), 4) else seeded(n, 4) end as age) a
      cross join lateral (select a.age, now() - interval '2 years' * a.age as at) t`
  await sql`
    insert into ownership_spans (conversation_id, place, owner, agent_id, started_at, why, event_id, feed)
    select id, 0, owner, assignee_id, owner_since, 'began', feed, feed from conversations`
}

/** One to about twenty lines, five on average, in turns of the member and whoever answers. */
async function seedMessages(sql: Sql) {
  await sql`
    insert into messages (id, conversation_id, channel_id, author, agent_id, content, platform_message_id, sent_at,
      received_at, event_id, place, delivery, echoed, provisional, removed, created_feed, feed)
    select seeded_id('message ' || n || ' ' || l), c.id, c.channel_id, w.author,
      case when w.author = 'agent' then c.assignee_id end,
      case when seeded(n * 1000 + l, 22) < 0.03
        then jsonb_build_object('type', 'image', 'mediaIds', jsonb_build_array(seeded_id('media ' || n || ' ' || l)))
        else jsonb_build_object('type', 'text', 'text', 'Line ' || l || ' of ' || n || ': ' ||
          repeat('could you have a look at my order ', 1 + floor(3 * seeded(n * 1000 + l, 21))::int)) end,
      'wamid.' || n || '.' || l, t.at, t.at, n * 1000 + l, 0, w.delivery, w.author <> 'member', false, false, n * 1000 + l, n * 1000 + l
    from (select id, channel_id, assignee_id, last_activity_at, (feed - 999) / 1000 as n from conversations) c
      cross join lateral generate_series(1, seeded_lines(n)) l
      cross join lateral (select case when l % 2 = 1 then 'member' when c.assignee_id is not null then 'agent' else 'bot' end as author) a
      cross join lateral (select a.author, case when a.author <> 'member' then 'read' end as delivery) w
      cross join lateral (select c.last_activity_at - interval '1 minute' * (seeded_lines(n) - l) as at) t
    where n > 2`
}

async function seedFiles(sql: Sql) {
  await sql`
    insert into media (id, message_id, conversation_id, channel_id, kind, source_url, state, type, size, width, height, sha256)
    select (content->'mediaIds'->>0)::uuid, id, conversation_id, channel_id, 'image', 'https://seed.example/' || id,
      'stored', 'image/jpeg', 120000, 1200, 900, md5(id::text) || md5(id::text)
    from messages where content ? 'mediaIds'`
}
