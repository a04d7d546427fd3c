import type { Owner } from './owner'

/** What decides whether an agent may change who answers; screen and server share the rules. */
export interface OwnerFacts {
  owner: Owner
  assignee?: { id: string; name: string }
  channelAuthorized: boolean
}

const DISCONNECTED = 'This channel was disconnected from Stella.'

/** Why this agent may not take over now; undefined when they may. Rule: architecture.md "Owner". */
export function takeOverBlockedBecause(facts: OwnerFacts): string | undefined {
  return facts.channelAuthorized ? undefined : DISCONNECTED
}

/** Why this agent may not hand back to the bot now; undefined when they may. */
export function handBackBlockedBecause(facts: OwnerFacts, agentId: string): string | undefined {
  if (!facts.channelAuthorized) return DISCONNECTED
  if (facts.owner === 'bot') return 'The bot is answering already.'
  return heldByAnother(facts, agentId)
}

/** Why this agent may give the talk to nobody else now: it belongs to who holds it, and to anybody where nobody does. */
export function giveBlockedBecause(facts: OwnerFacts, agentId: string): string | undefined {
  return facts.channelAuthorized ? heldByAnother(facts, agentId) : DISCONNECTED
}

/**
 * Why this agent may not give the talk to `to`, or back to the queue (null); undefined when they may. Giving it to
 * oneself is taking over.
 */
export function assignBlockedBecause(
  facts: OwnerFacts,
  to: string | null,
  agentId: string,
): string | undefined {
  if (!facts.channelAuthorized) return DISCONNECTED
  if (to === null && facts.owner !== 'agent') return 'Nobody holds this conversation.'
  if (to !== null && facts.owner === 'agent' && facts.assignee?.id === to)
    return `${facts.assignee.name} is answering already.`
  return to === agentId ? undefined : giveBlockedBecause(facts, agentId)
}

function heldByAnother({ owner, assignee }: OwnerFacts, agentId: string): string | undefined {
  if (owner !== 'agent' || assignee?.id === agentId) return undefined
  return `${assignee?.name ?? 'Another agent'} is answering. Take over first.`
}
