import type { Context } from '@/lib/context'
import type { Queryable } from '@/lib/db/client'
import { findStoredName } from '@/lib/db/media/media'
import { type Content, mediaIdsOf } from '@/lib/domain/message/content'
import { type Reason, reason } from '@/lib/i18n/reason'
import type { SentFile } from '@/lib/stella/outbound/write-media'

/** The file of a reply, under the address at which the platform fetches it; or why there is none. */
export type ReplyFile = SentFile | { blocked: Reason } | undefined

/** Undefined for a reply that carries no file. Each attempt makes a new address, which lives for a week from then. */
export async function findReplyFile(
  { files }: Pick<Context, 'files'>,
  sql: Queryable,
  content: Content,
): Promise<ReplyFile> {
  const [id] = mediaIdsOf(content)
  if (id === undefined) return undefined
  const name = await findStoredName(sql, id)
  if (name === undefined) return { blocked: reason('reply.failed.fileGone') }
  const url = files.addressOf(id, Date.now())
  return url ? { url, name: name ?? undefined } : { blocked: reason('reply.failed.noAddress') }
}
