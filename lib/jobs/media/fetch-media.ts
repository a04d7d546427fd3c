import { rm } from 'node:fs/promises'
import type { Context } from '@/lib/context'
import { insertJobs, type JobPayloads } from '@/lib/db/jobs'
import { findWaitingMedia, type WaitingMedia } from '@/lib/db/media/media'
import type { OwnFact } from '@/lib/domain/fact'
import type { StoredFile } from '@/lib/domain/message/file-facts'
import { toErrorText } from '@/lib/errors'
import { english } from '@/lib/i18n/catalogues'
import type { Said } from '@/lib/i18n/reason'
import { getStellaTarget } from '@/lib/inbox/channel/stella-target'
import { findRest } from '@/lib/inbox/reply/rests'
import { fetchJob } from '@/lib/log/effects'
import { record } from '@/lib/log/fold'
import { inTime } from '@/lib/log/turn'
import { type Download, type DownloadTools, download } from '@/lib/media/download'
import { inspect } from '@/lib/media/inspect'
import type { MediaStore } from '@/lib/media/store'
import { getWhatsAppFile } from '@/lib/stella/api/stella-client'
import type { Retention } from './expire-media'

export interface MediaTools extends DownloadTools {
  store: MediaStore
  retention?: Retention
}

/**
 * Owns a file while it can be had: platforms keep media for days only (Facts §7.5). Throws when a later
 * try may succeed, and the file says why it waits; on the last one it is called gone, with the reason.
 */
export async function fetchMedia(
  ctx: Context,
  tools: MediaTools,
  { mediaId }: JobPayloads['fetch-media'],
  isLastAttempt: boolean,
): Promise<void> {
  const file = await findWaitingMedia(ctx.sql, mediaId)
  if (!file) return
  const result = await obtain(ctx, tools, file)
  if (result.kind === 'later') return comeBack(ctx, mediaId, result.at)
  const tell = (fact: OwnFact) =>
    inTime(ctx, (tx) => record(tx, fact, { conversationId: file.conversationId }))
  if (result.kind === 'failed' && !isLastAttempt) {
    // Once a reason, not once a try: a day of tries would fill the log with one sentence.
    const why = english.say(result.reason)
    if (english.say(file.reason ?? '') !== why)
      await tell({ type: 'media.delayed', mediaId, reason: result.reason })
    throw new Error(why)
  }
  if (result.kind === 'kept') return tell({ type: 'media.stored', mediaId, ...result.file })
  const state = result.kind === 'refused' ? 'refused' : 'gone'
  await tell({ type: 'media.failed', mediaId, state, reason: result.reason })
}

/** Nothing was tried, so it counts as no try: the file has a day of those. */
async function comeBack(ctx: Context, mediaId: string, at: number) {
  await insertJobs(ctx.sql, [fetchJob(mediaId, at)])
}

type Fetched = Extract<Download, { kind: 'fetched' }>
interface Later {
  kind: 'later'
  at: number
}

type Unfetched = { kind: 'refused' | 'gone' | 'failed'; reason: Said }
type Obtained = Unfetched | Later | { kind: 'kept'; file: StoredFile }

async function obtain(ctx: Context, tools: MediaTools, file: WaitingMedia): Promise<Obtained> {
  const source = await resolveSource(ctx, file)
  const result = source.kind === 'address' ? await download(source.url, tools) : source
  return result.kind === 'fetched' ? keep(tools.store, result) : result
}

async function keep(store: MediaStore, { temporary, sha256, size }: Fetched): Promise<Obtained> {
  try {
    const inspection = await inspect(store, temporary)
    await store.keep(temporary, sha256)
    return { kind: 'kept', file: { size, sha256, ...inspection } }
  } catch (error) {
    // A full disk, a bucket that is away: it may be mended within the day.
    return { kind: 'failed', reason: `The file could not be stored: ${toErrorText(error)}` }
  } finally {
    await rm(temporary, { force: true })
  }
}

type Source = Later | { kind: 'address'; url: string } | { kind: 'gone' | 'failed'; reason: Said }

async function resolveSource(ctx: Context, file: WaitingMedia): Promise<Source> {
  if (!file.whatsappMediaId) return { kind: 'address', url: file.sourceUrl ?? '' }
  const target = await getStellaTarget(ctx, file.conversationId)
  const rest = await findRest(ctx.sql, target.connectionId)
  if (rest !== undefined) return { kind: 'later', at: rest }
  const outcome = await getWhatsAppFile(target.connection, {
    mediaId: file.whatsappMediaId,
    channelId: target.channelStellaId,
  })
  if (outcome.kind === 'ok') return { kind: 'address', url: outcome.value.url }
  if (outcome.kind === 'unreached' && outcome.retryAfterMs)
    return { kind: 'later', at: Date.now() + Math.max(outcome.retryAfterMs, WAIT_MIN_MS) }
  const isFinal = outcome.kind === 'refused' && !outcome.denied
  return { kind: isFinal ? 'gone' : 'failed', reason: outcome.reason }
}

/** However soon Stella wants to be asked again: a file is no hurry of that kind. */
const WAIT_MIN_MS = 5_000
