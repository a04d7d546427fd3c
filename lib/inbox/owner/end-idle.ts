import type { Context } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { getConversation } from '@/lib/db/conversation/conversations'
import { listTimed } from '@/lib/db/owner/idle'
import { type IdleVerdict, idleVerdict } from '@/lib/domain/owner/idle'
import { english } from '@/lib/i18n/catalogues'
import { record } from '@/lib/log/fold'
import { inTime } from '@/lib/log/turn'
import { patchLiveChat } from '@/lib/stella/api/stella-client'
import { getStellaTarget } from '../channel/stella-target'
import { findRest } from '../reply/rests'
import { tellMember } from '../reply/tell-member'

/**
 * What a channel's timers do in one conversation at `now` (epoch ms): hand back to the bot, or resolve, and tell the
 * member the channel's text. Decided anew under the fold lock, so that two processes do it once and a line that came
 * meanwhile stops it. Throws when Stella did not agree, so that the job is tried again.
 */
export async function endIdle(ctx: Context, conversationId: string, now: number): Promise<void> {
  const verdict = await verdictOf(ctx.sql, conversationId, now)
  if (verdict?.do === 'resolve')
    await inTime(ctx, async (tx) => resolveIdle(tx, conversationId, now))
  if (verdict?.do === 'hand-back') await handBackIdle(ctx, conversationId, verdict, now)
}

async function verdictOf(sql: Context['sql'] | Transaction, id: string, now: number) {
  const [row] = await listTimed(sql, id)
  return row && idleVerdict(row, row.settings, now)
}

async function resolveIdle(tx: Transaction, conversationId: string, now: number) {
  const verdict = await verdictOf(tx, conversationId, now)
  if (verdict?.do !== 'resolve') return
  await tellMember(tx, conversationId, verdict.text, now)
  const idleMinutes = verdict.minutes
  const handBack = verdict.handBack ? { handBack: true as const } : {}
  const fact = { type: 'conversation.status-set', status: 'resolved', idleMinutes } as const
  await record(tx, { ...fact, conversationId, ...handBack }, { conversationId })
}

async function handBackIdle(
  ctx: Context,
  conversationId: string,
  { minutes }: IdleVerdict,
  now: number,
) {
  const target = await getStellaTarget(ctx, conversationId)
  // The next look, a minute later, finds it again.
  if (await findRest(ctx.sql, target.connectionId)) return
  const outcome = await patchLiveChat(target.connection, { ...target, liveChat: false })
  if (outcome.kind !== 'ok') throw new Error(english.say(outcome.reason))
  const asOf = Date.now()
  await inTime(ctx, async (tx) => {
    // Another process was here before, or the agent handed back.
    if ((await getConversation(tx, conversationId)).owner !== 'agent') return
    const verdict = await verdictOf(tx, conversationId, now)
    if (verdict?.do === 'hand-back') await tellMember(tx, conversationId, verdict.text, now)
    // Also when the agent wrote meanwhile: at Stella the bot has it, and that is what must be shown.
    const fact = { type: 'live-chat.set', conversationId, liveChat: false, asOf } as const
    await record(tx, { ...fact, idleMinutes: minutes }, { conversationId })
  })
}
