import { z } from 'zod'
import type { Context } from '@/lib/context'
import { findEvent } from '@/lib/db/log/event-listing'
import { chooseEvents, type EventChoice } from '@/lib/db/log/rebuild/replayed-events'
import type { Replay } from '@/lib/domain/log/replay'
import { AppError } from '@/lib/errors'
import { reason, schemaMessage } from '@/lib/i18n/reason'
import { refold } from '@/lib/log/refold'
import { note } from '@/lib/log/turn'

/** Events folded again under one lock; between two batches others may fold. */
const BATCH_MAX = 500
const IDS_MAX = 1_000

const HOW_TO_NAME = schemaMessage('log.problem.replayed')
const eventId = z.int(HOW_TO_NAME).positive(HOW_TO_NAME)

export const replaySchema = z.object({
  events: z.union(
    [
      z
        .array(eventId)
        .min(1, HOW_TO_NAME)
        .max(IDS_MAX, schemaMessage('log.problem.tooManyEvents', { max: IDS_MAX })),
      z.object({ from: eventId, to: eventId }),
      z.literal('quarantined'),
    ],
    HOW_TO_NAME,
  ),
  dryRun: z.boolean(schemaMessage('log.problem.dryRun')).default(false),
})

export type ReplayInput = z.input<typeof replaySchema>

/**
 * Folds webhooks once more: some, a range, or all in quarantine. Those that had their full effect already stay as
 * they are, so a replay may be repeated. A dry run says what would change and changes nothing.
 * Throws `not_found`; `conflict` for our own events, which are never in doubt.
 */
export async function replayEvents(
  ctx: Context,
  given: ReplayInput,
  agentId?: string,
): Promise<Replay> {
  const { events, dryRun } = replaySchema.parse(given)
  if (Array.isArray(events)) await assertWebhooks(ctx, events)
  const replay: Replay = { dryRun, events: [], changed: { messages: 0, conversations: 0 } }
  const choice = toChoice(events)
  for (let after = 0; ; ) {
    const chosen = await chooseEvents(ctx.sql, choice, after, BATCH_MAX)
    const last = chosen.at(-1)
    if (!last) break
    try {
      await replayBatch(ctx, replay, chosen)
    } catch (error) {
      if (replay.events.length === 0 || dryRun) throw error
      await tell(ctx, replay, agentId)
      throw stoppedAfter(replay, error)
    }
    after = last.id
  }
  await tell(ctx, replay, agentId)
  return replay
}

/** That somebody replayed stands in the log, with what it changed. */
async function tell(ctx: Context, { dryRun, events, changed }: Replay, agentId?: string) {
  if (dryRun) return
  const done = reason('log.replay.wasDone', { count: events.length })
  await note(ctx, { type: 'event.replayed', events: events.length, changed }, { agentId }, done)
}

/** Batches before this one are committed. */
function stoppedAfter({ events }: Replay, cause: unknown): unknown {
  if (!(cause instanceof AppError && cause.code === 'unavailable')) return cause
  const why = reason('log.replay.stopped', { count: events.length })
  return Object.assign(new AppError('unavailable', why), { cause })
}

function toChoice(events: z.infer<typeof replaySchema>['events']): EventChoice {
  if (events === 'quarantined') return { outcome: events }
  return Array.isArray(events) ? { ids: events } : { range: events }
}

async function assertWebhooks(ctx: Context, ids: number[]) {
  for (const id of ids) {
    const event = await findEvent(ctx.sql, id)
    if (!event) throw new AppError('not_found', reason('log.problem.noEvent', { id }))
    if (event.kind !== 'webhook')
      throw new AppError('conflict', reason('log.problem.ownEvent', { id }))
  }
}

async function replayBatch(
  ctx: Context,
  replay: Replay,
  chosen: Awaited<ReturnType<typeof chooseEvents>>,
) {
  const ids = chosen.map((event) => event.id)
  const { outcomes, changed } = await refold(ctx, ids, replay.dryRun)
  const after = new Map(outcomes.map((outcome) => [outcome.eventId, outcome]))
  replay.changed.messages += changed.messages
  replay.changed.conversations += changed.conversations
  for (const { id, outcome, error } of chosen) {
    const now = after.get(id) ?? { outcome, error }
    replay.events.push({
      id,
      before: outcome ?? 'pending',
      after: now.outcome ?? 'pending',
      error: now.error ?? undefined,
    })
  }
}
