import type { Context } from '@/lib/context'
import { findConversation } from '@/lib/db/conversation/conversations'
import { insertJobs, type JobPayloads } from '@/lib/db/jobs'
import { english } from '@/lib/i18n/catalogues'
import type { Said } from '@/lib/i18n/reason'
import { getStellaTarget } from '@/lib/inbox/channel/stella-target'
import { askAgain } from '@/lib/inbox/owner/ownership'
import { findRest } from '@/lib/inbox/reply/rests'
import { toJobs } from '@/lib/log/effects'
import { record } from '@/lib/log/fold'
import { inTime } from '@/lib/log/turn'
import { patchLiveChat } from '@/lib/stella/api/stella-client'

/**
 * Stops the bot for a member who asked for a person in words: turns liveChat on with nobody assigned. What goes wrong
 * is logged, so that people see that the bot still answers. Throws when trying again may help.
 */
export async function stopBot(
  ctx: Context,
  { conversationId }: JobPayloads['stop-bot'],
): Promise<void> {
  const conversation = await findConversation(ctx.sql, conversationId)
  // Somebody took it, handed it back, or the bot stopped by itself.
  if (conversation?.owner !== 'waiting' || conversation.liveChat) return
  const target = await getStellaTarget(ctx, conversationId)
  if (!target.authorized)
    return tellFailure(ctx, conversationId, 'This channel was disconnected from Stella.')
  const rest = await findRest(ctx.sql, target.connectionId)
  if (rest !== undefined) return comeBack(ctx, conversationId, rest)
  const outcome = await patchLiveChat(target.connection, { ...target, liveChat: true })
  if (outcome.kind === 'ok') return noteStopped(ctx, conversationId, Date.now())
  const why = english.say(outcome.reason)
  if (english.say(conversation.botProblem ?? '') !== why)
    await tellFailure(ctx, conversationId, outcome.reason)
  if (outcome.kind !== 'refused') throw new Error(why)
}

/** Stella wants no call before that: the conversation waits for a person meanwhile, whatever the bot says. */
async function comeBack(ctx: Context, conversationId: string, notBefore: number) {
  await insertJobs(ctx.sql, toJobs([{ type: 'stop-bot', conversationId, notBefore }]))
}

async function noteStopped(ctx: Context, conversationId: string, asOf: number) {
  const owner = await inTime(ctx, async (tx) => {
    const fact = { type: 'live-chat.set', conversationId, liveChat: true, asOf } as const
    await record(tx, fact, { conversationId })
    return (await findConversation(tx, conversationId))?.owner
  })
  // Handed back at the same moment: which of the two Stella did last, only Stella knows.
  if (owner === 'bot') await askAgain(ctx, conversationId)
}

async function tellFailure(ctx: Context, conversationId: string, reason: Said) {
  await inTime(ctx, (tx) =>
    record(tx, { type: 'live-chat.failed', conversationId, reason }, { conversationId }),
  )
}
