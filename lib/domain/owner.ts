import type { Owner } from './conversation'

/**
 * Who should answer, from the two facts that decide it (architecture.md "Owner"): Stella's liveChat, and who took the talk.
 * One value in, one owner out: two owners are impossible by construction.
 */
export function ownerOf(liveChat: boolean | null, assigneeId: string | undefined): Owner {
  if (liveChat === null) return 'unknown'
  if (!liveChat) return 'bot'
  return assigneeId ? 'agent' : 'waiting'
}
