import { conversationIdOf } from '@/lib/domain/fold/places'
import { memberKey, type World } from '@/lib/domain/fold/world'
import type { MemberAliasRow } from '@/lib/domain/rows'
import type { Queryable } from './client'
import type { Needs } from './needs'

/** Other names of members lead to the rows of the member they name, so those are needed too. */
export async function loadAliases(sql: Queryable, world: World, needs: Needs) {
  if (needs.members.length === 0) return
  const rows = await sql<MemberAliasRow[]>`
    select distinct a.* from member_aliases a join unnest(
      ${needs.members.map((each) => each.channelId)}::uuid[],
      ${needs.members.map((each) => each.externalId)}::text[]) as need (channel_id, external_id)
    on a.channel_id = need.channel_id and a.external_id = need.external_id`
  for (const row of rows) {
    world.aliases.load(row)
    addCanonical(world, needs, row)
  }
  addOwnNames(world, needs, rows)
}

/** Names that the batch itself gives are rows only after it: they lead on, one to the next, as those rows will. */
function addOwnNames(world: World, needs: Needs, rows: MemberAliasRow[]) {
  const canonical = new Map(rows.map((row) => [nameKey(row), row.memberExternalId]))
  for (const alias of needs.aliases) {
    const { channelId, memberExternalId: name } = alias
    const memberExternalId = canonical.get(nameKey({ channelId, externalId: name })) ?? name
    canonical.set(nameKey(alias), memberExternalId)
    addCanonical(world, needs, { ...alias, memberExternalId })
  }
}

function nameKey({ channelId, externalId }: Pick<MemberAliasRow, 'channelId' | 'externalId'>) {
  return memberKey(channelId, externalId)
}

function addCanonical(world: World, needs: Needs, row: MemberAliasRow) {
  const { channelId, externalId, memberExternalId } = row
  needs.members.push({ channelId, externalId: memberExternalId })
  const alias = conversationIdOf(world, channelId, externalId)
  const conversationId = conversationIdOf(world, channelId, memberExternalId)
  if (needs.replies.has(alias)) needs.replies.add(conversationId)
  if (needs.scheduled.has(alias)) needs.scheduled.add(conversationId)
  for (const mark of needs.watermarks.filter((each) => each.conversationId === alias))
    needs.watermarks.push({ ...mark, conversationId })
}
