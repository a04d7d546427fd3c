import { conversationIdOf } from '@/lib/domain/fold/conversation/find-conversation'
import { memberKey, type World } from '@/lib/domain/fold/world'
import type { MemberAliasRow } from '@/lib/domain/rows'
import type { Queryable } from '../client'
import type { Needs } from './needs'

/**
 * Other names of members lead to the rows of the member they name, so those are needed too. Names that the batch itself
 * gives are rows only after it: whatever is needed of one of them is needed of all that are joined to it. Gives the
 * names that belong together.
 */
export async function loadAliases(sql: Queryable, world: World, needs: Needs): Promise<Name[][]> {
  if (needs.members.length === 0) return []
  const rows = await sql<MemberAliasRow[]>`
    select distinct a.* from member_aliases a join unnest(
      ${needs.members.map((each) => each.channelId)}::uuid[],
      ${needs.members.map((each) => each.externalId)}::text[]) as need (channel_id, external_id)
    on a.channel_id = need.channel_id and a.external_id = need.external_id`
  for (const row of rows) world.aliases.load(row)
  const groups = joined([...rows, ...needs.aliases])
  for (const names of groups) addAll(world, needs, names)
  return groups
}

export interface Name {
  channelId: string
  externalId: string
}

/** Names that lead to each other, one by one or in a chain. */
function joined(pairs: MemberAliasRow[]): Name[][] {
  const groups = new Map<string, Map<string, Name>>()
  for (const { channelId, externalId, memberExternalId } of pairs) {
    const names = [externalId, memberExternalId].map((id) => ({ channelId, externalId: id }))
    const group = new Map<string, Name>()
    for (const name of names) {
      const known = groups.get(keyOf(name)) ?? new Map([[keyOf(name), name]])
      for (const [key, each] of known) group.set(key, each)
    }
    for (const key of group.keys()) groups.set(key, group)
  }
  return [...new Set(groups.values())].map((group) => [...group.values()])
}

function keyOf({ channelId, externalId }: Name): string {
  return memberKey(channelId, externalId)
}

function addAll(world: World, needs: Needs, names: Name[]) {
  needs.members.push(...names)
  const ids = names.map((name) => conversationIdOf(world, name.channelId, name.externalId))
  for (const set of [needs.replies, needs.scheduled])
    if (ids.some((id) => set.has(id))) for (const id of ids) set.add(id)
  for (const marks of [needs.watermarks, needs.twins]) spread(marks, ids)
}

/** What is needed of one of these conversations is needed of each. */
function spread<Need extends { conversationId: string }>(marks: Need[], ids: string[]) {
  const meant = marks.filter((each) => ids.includes(each.conversationId))
  for (const mark of meant)
    for (const conversationId of ids)
      if (conversationId !== mark.conversationId) marks.push({ ...mark, conversationId })
}
