import type { Transaction } from '@/lib/db/client'
import {
  correctOutcome,
  type FoldedEvent,
  takeUnsettledEvents,
} from '@/lib/db/log/rebuild/replayed-events'
import type { World } from '@/lib/domain/fold/world'
import type { OutcomeRow } from '@/lib/domain/rows'
import type { Reason } from '@/lib/i18n/reason'
import { foldAndAnnounce } from './fold'
import { isolate } from './isolate'
import { inTurn } from './turn'

export interface Refolded {
  outcomes: OutcomeRow[]
  /** Rows that took another value. */
  changed: { messages: number; conversations: number }
}

/**
 * Folds webhooks once more, in one transaction. Only those that are ignored or in quarantine by now: what had
 * its full effect stays as it is, so this may be repeated. With `dryRun` nothing stays, but the result is the same. Throws `unavailable` as `inTurn` does.
 */
export async function refold(
  ctx: Parameters<typeof inTurn>[0],
  ids: number[],
  dryRun: boolean,
): Promise<Refolded> {
  return inTurn(ctx, async (tx) => {
    const events = await takeUnsettledEvents(tx, ids)
    const refolded = sum(events.length > 0 ? await isolate(tx, events, fold) : [])
    if (dryRun) throw new DryRun(refolded)
    return refolded
  }).catch((error: unknown) => {
    if (error instanceof DryRun) return error.result
    throw error
  })
}

class DryRun extends Error {
  constructor(readonly result: Refolded) {
    super('dry run')
  }
}

async function fold(tx: Transaction, events: FoldedEvent[], problem?: Reason): Promise<Refolded> {
  const rows = events.map(({ event }) => event)
  const world = await foldAndAnnounce(tx, rows, problem)
  const outcomes: OutcomeRow[] = []
  for (const { event, before } of events) {
    const after = world.outcomes.get(String(event.id))
    if (!after) continue
    const whole = withEarlierParts(before, after)
    if (whole !== after) await correctOutcome(tx, whole)
    outcomes.push(whole)
  }
  return toRefolded(outcomes, [world])
}

/**
 * A body of which one part was beyond the reader took effect with its other parts. Folded again those are met
 * as duplicates of themselves: they count as what they were, just as when the log is folded from its start.
 */
function withEarlierParts(before: FoldedEvent['before'], after: OutcomeRow): OutcomeRow {
  const earlier = before.messages + before.statuses
  if (earlier === 0 || after.duplicates < earlier) return after
  const messages = before.messages + after.messages
  return {
    ...after,
    outcome: after.outcome === 'quarantined' ? after.outcome : messages > 0 ? 'message' : 'status',
    messages,
    statuses: before.statuses + after.statuses,
    duplicates: after.duplicates - earlier,
  }
}

function toRefolded(outcomes: OutcomeRow[], worlds: World[]): Refolded {
  const count = (name: 'messages' | 'conversations') =>
    worlds.reduce((total, world) => total + world[name].changes().length, 0)
  return {
    outcomes,
    changed: { messages: count('messages'), conversations: count('conversations') },
  }
}

function sum(parts: Refolded[]): Refolded {
  return {
    outcomes: parts.flatMap((part) => part.outcomes),
    changed: {
      messages: parts.reduce((total, part) => total + part.changed.messages, 0),
      conversations: parts.reduce((total, part) => total + part.changed.conversations, 0),
    },
  }
}
