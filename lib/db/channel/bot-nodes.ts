import type { BotNode } from '@/lib/domain/conversation/conversation'
import type { Queryable } from '../client'

const MEMBERS_MAX = 2_000
const NODES_MAX = 50

/** The nodes of a channel's bot at which members stood when they were last read, the most visited first. */
export async function listBotNodes(sql: Queryable, channelId: string): Promise<BotNode[]> {
  const rows = await sql<{ id: string; tree: string | null }[]>`
    select bot_node as id, bot_tree as tree from (
      select bot_node, bot_tree from members
      where channel_id = ${channelId} and bot_node is not null
      order by as_of desc nulls last limit ${MEMBERS_MAX}) as known
    group by bot_node, bot_tree order by count(*) desc, bot_node limit ${NODES_MAX}`
  return rows.map(({ id, tree }) => ({ id, tree: tree ?? undefined }))
}
