import type { Agent } from 'undici'
import type { Context } from '@/lib/context'
import type { JobPayloads } from '@/lib/db/jobs'
import type { OwnFact } from '@/lib/domain/fact'
import { getStellaTarget } from '@/lib/inbox/stella-target'
import { record } from '@/lib/log/fold'
import { inTime } from '@/lib/log/turn'
import { download } from '@/lib/media/download'
import { inspect } from '@/lib/media/inspect'
import type { MediaStore } from '@/lib/media/store'
import { getWhatsAppFile } from '@/lib/stella/client'

export interface MediaTools {
  store: MediaStore
  agent: Agent
  allowPrivate: boolean
}

interface WaitingMedia {
  id: string
  conversationId: string
  whatsappMediaId: string | null
  sourceUrl: string | null
}

/**
 * Owns a file while it can be had: platforms keep media for days only (Facts §7.5). Throws when a later
 * try may succeed; on the last one the file is called gone, with the reason.
 */
export async function fetchMedia(
  ctx: Context,
  tools: MediaTools,
  { mediaId }: JobPayloads['fetch-media'],
  isLastAttempt: boolean,
): Promise<void> {
  const [file] = await ctx.sql<WaitingMedia[]>`
    select id, conversation_id, whatsapp_media_id, source_url from media
    where id = ${mediaId} and state = 'waiting'`
  if (!file) return
  const source = await resolveSource(ctx, file)
  const result = source.kind === 'address' ? await download(source.url, tools) : source
  if (result.kind === 'failed' && !isLastAttempt) throw new Error(result.reason)
  const fact: OwnFact =
    result.kind === 'stored'
      ? {
          type: 'media.stored',
          mediaId,
          size: result.size,
          sha256: result.sha256,
          ...(await inspect(tools.store, result.sha256)),
        }
      : {
          type: 'media.failed',
          mediaId,
          state: result.kind === 'refused' ? 'refused' : 'gone',
          reason: result.reason,
        }
  const { conversationId } = file
  await inTime(ctx, (tx) => record(tx, fact, { conversationId }))
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
