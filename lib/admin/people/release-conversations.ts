import type { Queryable, Transaction } from '@/lib/db/client'
import { listHeldOutside } from '@/lib/db/owner/held'
import type { LeftBecause } from '@/lib/domain/people/people-facts'
import type { Role } from '@/lib/domain/people/role'
import { channelsSeenBy } from '@/lib/domain/permissions'
import { record } from '@/lib/log/fold'

/** Of one event: the fold loads them all at once. */
const AT_ONCE_MAX = 500

interface Person {
  id: string
  role: Role
  channelIds: string[] | null
  disabled: boolean
}

/**
 * Puts the conversations that somebody holds and can't answer any more back into the queue: all of them when they can't sign
 * in, else those on channels they don't see. An owner who can't see a conversation would hold it for ever.
 */
export async function releaseConversations(
  tx: Transaction,
  adminId: string,
  person: Person,
): Promise<void> {
  const because: LeftBecause = person.disabled ? 'disabled' : 'access'
  const held = await listStranded(tx, person)
  for (let from = 0; from < held.length; from += AT_ONCE_MAX) {
    const conversationIds = held.slice(from, from + AT_ONCE_MAX)
    await record(
      tx,
      { type: 'agent.talks-released', agentId: person.id, conversationIds, because },
      { agentId: adminId },
    )
  }
}

async function listStranded(tx: Queryable, person: Person): Promise<string[]> {
  const { role, channelIds } = person
  const seen = person.disabled ? [] : channelsSeenBy({ role, channelIds: channelIds ?? undefined })
  if (!seen) return []
  return listHeldOutside(tx, person.id, seen)
}
