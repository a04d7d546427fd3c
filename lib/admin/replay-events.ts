import type { Context } from '@/lib/context'
import { findEvent, listEvents } from '@/lib/db/events'
import { AppError } from '@/lib/errors'
import { refold } from '@/lib/log/fold'

/** Events folded again by one call; the next call takes the next ones. */
const EVENTS_MAX = 1_000

export interface Replay {
  dryRun: boolean
  events: { id: number; before: string; after: string; error?: string }[]
  changed: { messages: number; conversations: number }
}

/**
 * Folds events once more: the given ones, or all that are in quarantine. Events that took effect already find
 * their own rows and change nothing, so a replay may be repeated. A dry run says what would change.
 * Throws `not_found`; `conflict` for our own events, which are never in doubt.
 */
export async function replayEvents(
  ctx: Context,
  { ids, dryRun }: { ids: number[] | 'quarantined'; dryRun: boolean },
): Promise<Replay> {
  const events = ids === 'quarantined' ? await listQuarantined(ctx) : await getEvents(ctx, ids)
  const replayable = events.filter(
    (event) => event.outcome === 'quarantined' || event.outcome === 'ignored',
  )
  const settled = events.filter((event) => !replayable.includes(event))
  const { outcomes, changed } =
    replayable.length > 0
      ? await refold(
          ctx.sql,
          replayable.map((event) => event.id),
          dryRun,
        )
      : { outcomes: [], changed: { messages: 0, conversations: 0 } }
  const after = new Map(outcomes.map((outcome) => [outcome.eventId, outcome]))
  return {
    dryRun,
    changed,
    events: [...replayable, ...settled].map((event) => ({
      id: event.id,
      before: event.outcome ?? 'pending',
      after: after.get(event.id)?.outcome ?? event.outcome ?? 'pending',
      error: after.get(event.id)?.error ?? undefined,
    })),
  }
}

async function listQuarantined(ctx: Context) {
  return listEvents(ctx.sql, { limit: EVENTS_MAX, outcome: 'quarantined', kind: 'webhook' })
}

async function getEvents(ctx: Context, ids: number[]) {
  const events = await Promise.all(ids.map((id) => findEvent(ctx.sql, id)))
  return events.map((event, index) => {
    if (!event) throw new AppError('not_found', `There is no event ${ids[index]}.`)
    if (event.kind !== 'webhook')
      throw new AppError(
        'conflict',
        `Event ${event.id} is one of ours; only webhooks are replayed.`,
      )
    return event
  })
}
