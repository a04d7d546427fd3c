import type { Context } from '@/lib/context'
import {
  countCannedReplies,
  deleteCannedReply,
  findCannedReply,
  putCannedReply,
} from '@/lib/db/workspace/canned-and-tags'
import {
  type CannedReply,
  type CannedReplyInput,
  unknownVariablesIn,
} from '@/lib/domain/reply/canned-reply'
import { AppError } from '@/lib/errors'
import { reason } from '@/lib/i18n/reason'
import { record } from '@/lib/log/fold'
import { inTurn } from '@/lib/log/turn'

const REPLIES_MAX = 2_000

/**
 * Adds a canned reply or changes it; its id is the browser's. What it was stays in the log. Throws `invalid` for a
 * variable that stands for nothing, `conflict` when the workspace has too many.
 */
export async function saveCannedReply(
  ctx: Context,
  agentId: string,
  id: string,
  input: CannedReplyInput,
): Promise<CannedReply> {
  const [unknown] = input.texts.flatMap(({ text }) => unknownVariablesIn(text))
  if (unknown) {
    const variable = `{{${unknown}}}`
    throw new AppError('invalid', reason('workspace.canned.unknownVariable', { variable }))
  }
  const cannedReply = { ...input, id }
  await inTurn(ctx, async (tx) => {
    const isNew = !(await findCannedReply(tx, id))
    if (isNew && (await countCannedReplies(tx)) >= REPLIES_MAX)
      throw new AppError('conflict', reason('workspace.canned.tooMany', { max: REPLIES_MAX }))
    await putCannedReply(tx, cannedReply)
    await record(tx, { type: 'canned-reply.saved', cannedReply }, { agentId })
  })
  return cannedReply
}

/** Takes a canned reply away; its history stays, so it can be brought back. Throws `not_found`. */
export async function removeCannedReply(ctx: Context, agentId: string, id: string): Promise<void> {
  await inTurn(ctx, async (tx) => {
    const known = await findCannedReply(tx, id)
    if (!known) throw new AppError('not_found', reason('workspace.canned.gone'))
    await deleteCannedReply(tx, id)
    const { title } = known
    await record(tx, { type: 'canned-reply.removed', cannedReplyId: id, title }, { agentId })
  })
}
