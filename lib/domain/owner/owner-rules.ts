import { type Reason, reason } from '@/lib/i18n/reason'
import type { Owner } from './owner'

/** What decides whether an agent may change who answers; screen and server share the rules. */
export interface OwnerFacts {
  owner: Owner
  assignee?: { id: string; name: string }
  channelAuthorized: boolean
}

const DISCONNECTED = reason('owner.rule.disconnected')

/** Why this agent may not take over now; undefined when they may. Rule: architecture.md "Owner". */
export function takeOverBlockedBecause(facts: OwnerFacts): Reason | undefined {
  return facts.channelAuthorized ? undefined : DISCONNECTED
}

/** Why this agent may not hand back to the bot now; undefined when they may. */
export function handBackBlockedBecause(facts: OwnerFacts, agentId: string): Reason | undefined {
  if (!facts.channelAuthorized) return DISCONNECTED
  if (facts.owner === 'bot') return reason('owner.rule.botAnswers')
  return heldByAnother(facts, agentId)
}

/** Why this agent may give the talk to nobody else now: it belongs to who holds it, and to anybody where nobody does. */
export function giveBlockedBecause(facts: OwnerFacts, agentId: string): Reason | undefined {
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
): Reason | undefined {
  if (!facts.channelAuthorized) return DISCONNECTED
  if (to === null && facts.owner !== 'agent') return reason('owner.rule.nobodyHolds')
  if (to !== null && facts.owner === 'agent' && facts.assignee?.id === to)
    return reason('owner.rule.answersAlready', { name: facts.assignee.name })
  return to === agentId ? undefined : giveBlockedBecause(facts, agentId)
}

function heldByAnother({ owner, assignee }: OwnerFacts, agentId: string): Reason | undefined {
  if (owner !== 'agent' || assignee?.id === agentId) return undefined
  return assignee
    ? reason('owner.rule.heldBy', { name: assignee.name })
    : reason('owner.rule.heldByOther')
}
