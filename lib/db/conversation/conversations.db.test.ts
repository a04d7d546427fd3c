import { beforeAll, expect, test } from 'vitest'
import { VIEWS } from '@/lib/domain/conversation/conversation'
import { testInbox } from '@/lib/log/testing'
import { listConversations } from './conversations'
import type { ConversationFilter } from './list-page'

const inbox = testInbox()
const COUNT = 1_400
const ANA = '00000000-0000-4000-8000-00000000000a'
const BEN = '00000000-0000-4000-8000-00000000000b'
let channels: string[]

/** Many conversations of every kind on three channels; the newest thousand have no old tag, and every moment is shared by a few. */
beforeAll(async () => {
  const { sql } = inbox.ctx
  channels = []
  for (const number of ['1', '2', '3'])
    channels.push((await inbox.channel('whatsapp', `8521111111${number}`)).id)
  await sql`
    insert into members (id, channel_id, external_id, tags, created_at, feed)
    select md5('m' || n)::uuid, (${channels}::uuid[])[1 + n % 5 / 2], n, '[]', now(), n from generate_series(1, ${COUNT}::int) n`
  await sql`
    insert into conversations (id, channel_id, member_id, status, owner, owner_since, assignee_id, workspace_tags, unread,
      last_activity_at, created_at, feed)
    select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, channel_id, id, (array['open', 'open', 'resolved', 'snoozed'])[1 + n % 4],
      (array['bot', 'agent', 'waiting', 'unknown', 'elsewhere', 'bot'])[1 + n % 6], now() - interval '1 minute' * (n / 4),
      case when n % 6 = 1 then (${[ANA, BEN]}::uuid[])[1 + n / 6 % 2] end,
      case when n > 1200 then '["old"]' when n % 7 = 0 then '["vip"]' else '[]' end::jsonb, 0,
      now() - interval '1 minute' * (n / 3), now(), n
    from (select *, external_id::int as n from members where id = md5('m' || external_id)::uuid) m`
  await sql`analyze conversations, members`
})

const KEPT = [
  ['all channels', () => undefined],
  ['one channel', () => channels.slice(2)],
  ['two channels', () => channels.slice(0, 2)],
  ['no channel', () => []],
] as const

test.each(KEPT)(
  'every list of %s has each conversation once, in its order, page by page',
  async (_, seen) => {
    const seenChannels = seen()
    for (const view of VIEWS)
      for (const more of [{}, { tag: 'vip' }, { tag: 'old' }, { channelId: channels[0] }]) {
        const filter = { view, viewerId: ANA, seenChannels, ...more }
        expect([view, more, await walked(filter)]).toEqual([view, more, await expected(filter)])
      }
  },
  120_000,
)

async function walked(filter: ConversationFilter): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = await listConversations(inbox.ctx.sql, { ...filter, cursor, limit: 100 })
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return ids
}

/** The rule of each view once more, over all rows. */
async function expected({ view, seenChannels, channelId, tag }: ConversationFilter) {
  const rows = await inbox.ctx.sql<Row[]>`
    select id, channel_id, status, owner, assignee_id, workspace_tags from conversations
    order by ${view === 'waiting' ? inbox.ctx.sql`owner_since, id` : inbox.ctx.sql`last_activity_at desc, id desc`}`
  return rows
    .filter((row) => view === 'all' || row.status === 'open')
    .filter((row) => view !== 'mine' || row.assigneeId === ANA)
    .filter((row) => view !== 'waiting' || row.owner === 'waiting')
    .filter((row) => view !== 'bot' || ['bot', 'unknown'].includes(row.owner))
    .filter((row) => !seenChannels || seenChannels.includes(row.channelId))
    .filter((row) => !channelId || row.channelId === channelId)
    .filter((row) => !tag || row.workspaceTags.includes(tag))
    .map(({ id }) => id)
}

interface Row {
  id: string
  channelId: string
  status: string
  owner: string
  assigneeId: string | null
  workspaceTags: string[]
}
