import type { Sql } from '@/lib/db/client'

/** Events and feed numbers of these threads lie above those of all others. */
const BASE = 10_000_000_000
const SHORT_LINES = 50

/**
 * Two threads of the first agent, alike but for their length: conversation 1 with as many lines as asked for, conversation
 * 2 with fifty. Every fifth line is a file, three in ten are replies with what the log says of them and with receipts,
 * and every 25th is followed by a line between messages.
 */
export async function seedThreads(sql: Sql, longest: number) {
  for (const [number, lines] of [
    [1, longest],
    [2, SHORT_LINES],
  ] as const) {
    await seedLines(sql, number, lines)
    await seedWhatTheyCarry(sql, number)
    await seedLog(sql, number)
  }
}

async function seedLines(sql: Sql, number: number, lines: number) {
  const base = BASE * number
  await sql`
    insert into messages (id, conversation_id, channel_id, author, agent_id, content, platform_message_id,
      reply_to_platform_id, sent_at, received_at, event_id, place, delivery, attempted_at, echoed, echo_event_id, provisional,
      removed, deleted_at, created_feed, feed)
    select seeded_id('message ' || ${number}::int || ' ' || l), c.id, c.channel_id, w.author,
      case when w.author = 'agent' then c.assignee_id end, w.content, 'wamid.' || ${number}::int || '.' || l,
      case when l % 20 = 0 then 'wamid.' || ${number}::int || '.' || l - 7 end, t.at, t.at, ${base}::bigint + l * 10, 0,
      case when w.author <> 'member' then 'read' end, case when w.author = 'agent' then t.at end, w.author = 'agent',
      case when w.author = 'agent' then ${base}::bigint + l * 10 + 4 end, false, false,
      case when l % 1000 = 11 then t.at end, ${base}::bigint + l * 10, ${base}::bigint + l * 10 + 5
    from conversations c cross join generate_series(1, ${lines}::int) l
      cross join lateral (select
        case when l % 10 in (3, 6, 9) then 'agent' when l % 10 in (4, 8) then 'bot' else 'member' end as author,
        case when l % 5 = 0 then jsonb_build_object('type', (array['image', 'file', 'image', 'voice', 'video'])[1 + l / 5 % 5],
          'mediaIds', jsonb_build_array(seeded_id('media ' || ${number}::int || ' ' || l)))
        else jsonb_build_object('type', 'text', 'text', 'Line ' || l || ': ' || repeat('could you have a look at my order ', 1 + l % 3)) end as content) w
      cross join lateral (select now() - interval '1 minute' * (${lines}::int - l) as at) t
    where c.id = seeded_id('conversation ' || ${number}::int)`
  await sql`
    update conversations set last_activity_at = now(), owner_since = now() - interval '1 year', unread = ${Math.min(lines / 5, 400)},
      last_message_id = seeded_id('message ' || ${number}::int || ' ' || ${lines}::int), last_inbound_at = now()
    where id = seeded_id('conversation ' || ${number}::int)`
}

async function seedWhatTheyCarry(sql: Sql, number: number) {
  const id = sql`seeded_id('conversation ' || ${number}::int)`
  await sql`
    insert into media (id, message_id, conversation_id, channel_id, kind, source_url, name, state, type, size, width,
      height, duration_ms, peaks, blur, sha256, thumbnail_sha256)
    select (content->'mediaIds'->>0)::uuid, id, conversation_id, channel_id, content->>'type', 'https://seed.example/' || id,
      'file ' || event_id, 'stored', case content->>'type' when 'image' then 'image/jpeg' when 'video' then 'video/mp4' when 'voice' then
        'audio/ogg' else 'application/pdf' end, 120000, 1200, 900, 4000, case when content->>'type' = 'voice' then
        (select jsonb_agg(p) from generate_series(1, 64) p) end, 'data:image/webp;base64,' || repeat('UklGRk', 20),
      md5(id::text) || md5(id::text), md5(id::text) || md5(id::text)
    from messages where conversation_id = ${id} and content ? 'mediaIds'`
  await sql`
    insert into message_keys (channel_id, key, message_id, guessed)
    select channel_id, 'id:' || platform_message_id, id, false from messages where conversation_id = ${id}`
  await sql`
    insert into receipts (channel_id, platform_message_id, status, at, event_id)
    select channel_id, platform_message_id, status, sent_at, event_id + place.n
    from messages cross join (values ('sent', 6), ('delivered', 7), ('read', 8)) as place (status, n)
    where conversation_id = ${id} and author = 'agent'`
  await sql`
    insert into reactions (channel_id, platform_message_id, actor, by, emoji, at)
    select channel_id, platform_message_id, 'us', 'us', '👍', sent_at
    from messages where conversation_id = ${id} and (event_id / 10) % 30 = 1`
  await sql`
    insert into activities (id, conversation_id, kind, at, detail, agent_id, event_id, feed)
    select seeded_id('activity ' || id), conversation_id, 'tagged', sent_at, '"vip"', agent_id, event_id + 9, feed
    from messages where conversation_id = ${id} and (event_id / 10) % 25 = 0`
}

/** One delivery a line and a receipt, and of a reply what we wrote down: queued, attempted, sent. */
async function seedLog(sql: Sql, number: number) {
  const id = sql`seeded_id('conversation ' || ${number}::int)`
  await sql`
    insert into events (id, kind, channel_id, body, sha256, headers, received_at) overriding system value
    select e.id, 'webhook', channel_id, e.body, sha256(e.body), '{}', sent_at
    from messages cross join lateral (
      select event_id + n as id, convert_to(jsonb_build_object('n', event_id + n, 'messages', jsonb_build_array(
        jsonb_build_object('from', '85290000001', 'id', platform_message_id, 'timestamp', extract(epoch from sent_at)::bigint::text,
          'type', 'text', 'text', jsonb_build_object('body', content->>'text'))))::text, 'UTF8') as body
      from unnest(case when author = 'agent' then array[4, 6, 7, 8] else array[0] end) n) e
    where conversation_id = ${id}`
  await sql`
    insert into events (id, kind, channel_id, conversation_id, agent_id, body, received_at) overriding system value
    select event_id + step.n, step.kind, null, conversation_id, agent_id,
      convert_to(json_build_object('conversationId', conversation_id, 'messageId', messages.id)::text, 'UTF8'), sent_at
    from messages cross join (values ('reply.queued', 0), ('reply.attempted', 1), ('reply.sent', 2)) as step (kind, n)
    where conversation_id = ${id} and author = 'agent'`
}
