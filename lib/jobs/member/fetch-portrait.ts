import { rm } from 'node:fs/promises'
import type { Context } from '@/lib/context'
import type { JobPayloads } from '@/lib/db/jobs'
import { removeUnneeded } from '@/lib/db/media/media-claims'
import { findPortrait } from '@/lib/db/member/portraits'
import { isKnownPortrait } from '@/lib/domain/member/portrait'
import { english } from '@/lib/i18n/catalogues'
import { record } from '@/lib/log/fold'
import { inTime } from '@/lib/log/turn'
import { type Download, type DownloadTools, download } from '@/lib/media/download'
import { inspect } from '@/lib/media/inspect'
import type { MediaStore } from '@/lib/media/store'

/** A face, not a video: what is larger is none. */
const LIMITS = { sizeMax: 8 * 1024 * 1024, timeMaxMs: 20_000 }

interface Tools extends DownloadTools {
  store: MediaStore
}

/**
 * Makes a member's picture ours, so that no browser of an agent asks a stranger's server for it: that would tell who
 * looks at whom, and our pages forbid it. Throws when a later try may succeed; on the last one it is given up until Stella
 * names another address.
 */
export async function fetchPortrait(
  ctx: Context,
  tools: Tools,
  { conversationId }: JobPayloads['fetch-portrait'],
  isLastAttempt: boolean,
): Promise<void> {
  const member = await findPortrait(ctx.sql, conversationId)
  if (!member?.profilePic || isKnownPortrait(member, member.profilePic)) return
  const of = member.profilePic
  const result = await obtain(of, { limits: LIMITS, ...tools })
  if ('reason' in result && result.kind === 'failed' && !isLastAttempt)
    throw new Error(english.say(result.reason))
  const outcome = 'sha256' in result ? { sha256: result.sha256 } : { reason: result.reason }
  await inTime(ctx, (tx) =>
    record(tx, { type: 'member.portrait', conversationId, of, ...outcome }, { conversationId }),
  )
  if (member.pictureSha256) await removeUnneeded(ctx.sql, member.pictureSha256, tools.store.remove)
}

type Obtained = Exclude<Download, { kind: 'fetched' }> | { sha256: string }

/** Never the bytes as they came: what is kept was drawn anew from them, small, and is nothing but a picture. */
async function obtain(address: string, tools: Tools): Promise<Obtained> {
  const result = await download(address, tools)
  if (result.kind !== 'fetched') return result
  try {
    const { thumbnailSha256 } = await inspect(tools.store, result.temporary)
    return thumbnailSha256
      ? { sha256: thumbnailSha256 }
      : { kind: 'refused', reason: 'It is not a picture.' }
  } finally {
    await rm(result.temporary, { force: true })
  }
}
