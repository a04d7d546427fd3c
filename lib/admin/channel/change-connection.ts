import { z } from 'zod'
import type { Context } from '@/lib/context'
import { listChannelsOf } from '@/lib/db/channel/channels'
import { findConnection, updateConnection } from '@/lib/db/channel/connections'
import type { Transaction } from '@/lib/db/client'
import { tokenNeededBecause } from '@/lib/domain/channel/connection-addresses'
import { AppError } from '@/lib/errors'
import { reason } from '@/lib/i18n/reason'
import { record } from '@/lib/log/fold'
import { inTurn } from '@/lib/log/turn'
import { tokenBinding } from '@/lib/vault'
import { assertReachable, connectionSchema } from './add-connection'

const shape = connectionSchema.shape

/** All of a connection but its token, which stays as it is unless a new one is given. */
export const connectionChangeSchema = z.object({
  name: shape.name,
  accessToken: shape.accessToken.optional(),
  botUrl: shape.botUrl.unwrap(),
  restUrl: shape.restUrl.unwrap(),
  fileUrl: shape.fileUrl.unwrap(),
  responseKey: shape.responseKey.unwrap(),
  tokenParam: shape.tokenParam.unwrap(),
  dialect: shape.dialect.unwrap(),
  signatureHeader: shape.signatureHeader.unwrap(),
})

export type ConnectionChange = z.infer<typeof connectionChangeSchema>

/**
 * Sets a connection right: a new token, another address, another dialect. What its channels send is read in the
 * dialect from now on, so that change stands in the log of each. Throws `not_found`; `invalid` for an address that is not
 * public, or one on another host without the token.
 */
export async function changeConnection(
  ctx: Context,
  agentId: string,
  connectionId: string,
  { accessToken, ...change }: ConnectionChange,
): Promise<{ id: string }> {
  assertReachable(ctx, change)
  const token = accessToken && {
    accessToken: ctx.vault.seal(accessToken, tokenBinding(connectionId)),
    tokenHint: accessToken.slice(-4),
  }
  await inTurn(ctx, async (tx) => {
    const known = await findConnection(tx, connectionId)
    if (!known) throw new AppError('not_found', reason('connection.rule.notFound'))
    const needed = token ? undefined : tokenNeededBecause(known, change)
    if (needed) throw new AppError('invalid', needed)
    await updateConnection(tx, connectionId, { ...change, ...(token || {}) })
    if (change.dialect !== known.dialect)
      await tellChannels(tx, agentId, connectionId, change.dialect)
    const names = Object.keys(change) as (keyof typeof change)[]
    const changed: string[] = names.filter((name) => known[name] !== change[name])
    if (token) changed.push('accessToken')
    const fact = { type: 'connection.changed', connectionId, name: change.name, changed } as const
    await record(tx, fact, { agentId })
  })
  return { id: connectionId }
}

async function tellChannels(
  tx: Transaction,
  agentId: string,
  connectionId: string,
  dialect: ConnectionChange['dialect'],
) {
  const channels = await listChannelsOf(tx, connectionId)
  for (const { id: channelId, name, externalId } of channels)
    await record(
      tx,
      { type: 'channel.changed', channelId, name, externalId, dialect },
      { channelId, agentId },
    )
}
