import type { Context } from '@/lib/context'
import {
  deleteChannelSecret,
  findChannel,
  listChannelSecrets,
  putChannelSecret,
} from '@/lib/db/channel/channels'
import type { Queryable } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { reason } from '@/lib/i18n/reason'
import { record } from '@/lib/log/fold'
import { inTurn } from '@/lib/log/turn'
import { secretBinding } from '@/lib/vault'

/** Both are accepted, so that a secret can be changed at Stella without losing a delivery. */
const SLOTS = [1, 2] as const

/**
 * Adds the second secret of a channel: from then on deliveries signed with either are accepted (within five seconds
 * in every process). Throws `not_found`; `conflict` when there are two already, or it is the one that is there.
 */
export async function addSecret(
  ctx: Context,
  agentId: string,
  channelId: string,
  secret: string,
): Promise<{ slot: number }> {
  await assertChannel(ctx, channelId)
  return inTurn(ctx, async (tx) => {
    const known = await listOpened(ctx, channelId, tx)
    if (known.some((each) => each.secret === secret))
      throw new AppError('conflict', reason('channel.rule.secretActive'))
    const slot = SLOTS.find((each) => known.every((row) => row.slot !== each))
    if (!slot) throw new AppError('conflict', reason('channel.rule.secretsMax'))
    const sealed = ctx.vault.seal(secret, secretBinding(channelId, slot))
    await putChannelSecret(tx, { channelId, slot, secret: sealed })
    await record(tx, { type: 'channel.secret-added', channelId, slot }, { channelId, agentId })
    return { slot }
  })
}

/** Removes one of two secrets. Throws `not_found`; `conflict` for the last one, without which nothing is accepted. */
export async function removeSecret(
  ctx: Context,
  agentId: string,
  channelId: string,
  slot: number,
): Promise<void> {
  await assertChannel(ctx, channelId)
  await inTurn(ctx, async (tx) => {
    const known = await listChannelSecrets(tx, channelId)
    if (!known.some((row) => row.slot === slot))
      throw new AppError('not_found', reason('channel.rule.secretNotFound'))
    if (known.length === 1) throw new AppError('conflict', reason('channel.rule.secretLast'))
    await deleteChannelSecret(tx, { channelId, slot })
    await record(tx, { type: 'channel.secret-removed', channelId, slot }, { channelId, agentId })
  })
}

/** The active secrets of a channel in the clear, by slot: for comparing, never for answers. */
export async function listOpened(ctx: Context, channelId: string, db: Queryable = ctx.sql) {
  const rows = await listChannelSecrets(db, channelId)
  return rows
    .map(({ slot, secret, createdAt }) => ({
      slot,
      createdAt,
      secret: ctx.vault.open(secret, secretBinding(channelId, slot)),
    }))
    .sort((a, b) => a.slot - b.slot)
}

async function assertChannel(ctx: Context, id: string) {
  if (!(await findChannel(ctx.sql, id)))
    throw new AppError('not_found', reason('channel.rule.notFound'))
}
