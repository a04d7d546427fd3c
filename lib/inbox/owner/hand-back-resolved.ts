import type { Context } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { findConversation } from '@/lib/db/conversation/conversations'
import type { FullConversation } from '@/lib/domain/conversation/full-conversation'
import { english } from '@/lib/i18n/catalogues'
import { record } from '@/lib/log/fold'
import { inTime } from '@/lib/log/turn'
import { patchLiveChat } from '@/lib/stella/api/stella-client'
import { getStellaTarget } from '../channel/stella-target'
import { findRest } from '../reply/rests'
import { askAgain } from './ownership'

/**
 * Gives a resolved conversation back to the bot, where its channel wants that (architecture.md "After a resolve"). Stella is
 * asked first. What it refuses stays as it was: the member's next line then waits for a person. Throws when trying
 * again may help.
 */
export async function handBackResolved(ctx: Context, conversationId: string): Promise<void> {
  const before = await findConversation(ctx.sql, conversationId)
  if (!before || !isLeft(before)) return
  const target = await getStellaTarget(ctx, conversationId)
  if (!target.authorized) return
  // The job is tried again with growing pauses: no call is made before Stella wants one.
  if (await findRest(ctx.sql, target.connectionId)) throw new Error('Stella asks us to wait.')
  const outcome = await patchLiveChat(target.connection, { ...target, liveChat: false })
  if (outcome.kind === 'refused') return
  if (outcome.kind !== 'ok') throw new Error(english.say(outcome.reason))
  const asOf = Date.now()
  const isNoted = await inTime(ctx, (tx) => note(tx, conversationId, asOf))
  if (isNoted) return
  // Somebody has opened it again and answers: Stella is told so once more, and asked what is true.
  await patchLiveChat(target.connection, { ...target, liveChat: true })
  await askAgain(ctx, conversationId)
}

/** Resolved, and the bot is off: nobody hears the member. */
function isLeft({ status, liveChat }: FullConversation): boolean {
  return status === 'resolved' && liveChat === true
}

/** Where the member has written meanwhile the fold makes the conversation wait. False: an agent answers. */
async function note(tx: Transaction, conversationId: string, asOf: number): Promise<boolean> {
  const current = await findConversation(tx, conversationId)
  if (!current || (current.status === 'open' && current.owner === 'agent')) return false
  const fact = { type: 'live-chat.set', conversationId, liveChat: false, asOf } as const
  await record(tx, { ...fact, resolved: true }, { conversationId })
  return true
}
