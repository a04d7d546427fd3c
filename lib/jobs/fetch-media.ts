import { rm } from 'node:fs/promises'
import type { Context } from '@/lib/context'
import type { JobPayloads } from '@/lib/db/jobs'
import type { OwnFact } from '@/lib/domain/fact'
import { getStellaTarget } from '@/lib/inbox/stella-target'
import { record } from '@/lib/log/fold'
import { inTime } from '@/lib/log/turn'
import { type Download, type DownloadTools, download } from '@/lib/media/download'
import { inspect } from '@/lib/media/inspect'
import type { MediaStore } from '@/lib/media/store'
import { getWhatsAppFile } from '@/lib/stella/client'
import type { Retention } from './expire-media'

export interface MediaTools extends DownloadTools {
  store: MediaStore
  retention?: Retention
}

interface WaitingMedia {
  id: string
  conversationId: string
  whatsappMediaId: string | null
  sourceUrl: string | null
  reason: string | null
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
  const [file] = await ctx.sql<WaitingMedia[]>`
    select id, conversation_id, whatsapp_media_id, source_url, reason from media
    where id = ${mediaId} and state = 'waiting'`
  if (!file) return
  const source = await resolveSource(ctx, file)
  const result = source.kind === 'address' ? await download(source.url, tools) : source
  const tell = (fact: OwnFact) =>
    inTime(ctx, (tx) => record(tx, fact, { conversationId: file.conversationId }))
  if (result.kind === 'failed' && !isLastAttempt) {
    // Once a reason, not once a try: a day of tries would fill the log with one sentence.
    if (file.reason !== result.reason)
      await tell({ type: 'media.delayed', mediaId, reason: result.reason })
    throw new Error(result.reason)
  }
  await tell(await toFact(tools, mediaId, result))
}

async function toFact(tools: MediaTools, mediaId: string, result: Download): Promise<OwnFact> {
  if (result.kind === 'fetched') return keep(tools.store, mediaId, result)
  const state = result.kind === 'refused' ? 'refused' : 'gone'
  return { type: 'media.failed', mediaId, state, reason: result.reason }
}

async function keep(
  store: MediaStore,
  mediaId: string,
  { temporary, sha256, size }: Extract<Download, { kind: 'fetched' }>,
): Promise<OwnFact> {
  try {
    const inspection = await inspect(store, temporary)
    await store.keep(temporary, sha256)
    return { type: 'media.stored', mediaId, size, sha256, ...inspection }
  } finally {
    await rm(temporary, { force: true })
  }
}

type Source = { kind: 'address'; url: string } | { kind: 'gone' | 'failed'; reason: string }

async function resolveSource(ctx: Context, file: WaitingMedia): Promise<Source> {
  if (!file.whatsappMediaId) return { kind: 'address', url: file.sourceUrl ?? '' }
  const target = await getStellaTarget(ctx, file.conversationId)
  const outcome = await getWhatsAppFile(target.connection, {
    mediaId: file.whatsappMediaId,
    channelId: target.channelStellaId,
  })
  if (outcome.kind === 'ok') return { kind: 'address', url: outcome.value.url }
  const isFinal = outcome.kind === 'refused' && !outcome.denied
  return { kind: isFinal ? 'gone' : 'failed', reason: outcome.reason }
}
