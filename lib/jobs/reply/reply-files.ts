import type { Context } from '@/lib/context'
import type { Queryable } from '@/lib/db/client'
import { findStoredName } from '@/lib/db/media/media'
import { type Content, mediaIdsOf } from '@/lib/domain/message/content'
import type { SentFile } from '@/lib/stella/outbound/write-media'

/** The file of a reply, under the address at which the platform fetches it; why there is none, in words. */
export type ReplyFile = SentFile | { blocked: string } | undefined

/** Undefined for a reply that carries no file. Each attempt makes a new address, which lives for a week from then. */
export async function findReplyFile(
  { files }: Pick<Context, 'files'>,
  sql: Queryable,
  content: Content,
): Promise<ReplyFile> {
  const [id] = mediaIdsOf(content)
  if (id === undefined) return undefined
  const name = await findStoredName(sql, id)
  if (name === undefined) return { blocked: 'The file of this message is no longer stored.' }
  const url = files.addressOf(id, Date.now())
  return url ? { url, name: name ?? undefined } : { blocked: NO_ADDRESS }
}

const NO_ADDRESS =
  'Files can’t be sent: this inbox has no public address for the platform to fetch them from (PUBLIC_URL).'
