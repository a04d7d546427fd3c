import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '@/lib/context'
import { findChannelByStellaId, putChannelSecret } from '@/lib/db/channel/channels'
import { assertConnectionStands, findConnection } from '@/lib/db/channel/connections'
import { PLATFORMS } from '@/lib/domain/channel/channel'
import { AppError } from '@/lib/errors'
import { reason, schemaMessage } from '@/lib/i18n/reason'
import { record } from '@/lib/log/fold'
import { inTurn } from '@/lib/log/turn'
import { paths } from '@/lib/paths'
import { secretBinding } from '@/lib/vault'

/** A channel secret as Stella shows it; spaces around it come from copying. */
export const secretSchema = z
  .string()
  .trim()
  .min(1, schemaMessage('channel.rule.secretMissing'))
  .max(4_000)

export const channelSchema = z.object({
  connectionId: z.uuid(schemaMessage('channel.rule.connectionIdNotUuid')),
  name: z.string().trim().min(1, schemaMessage('channel.rule.nameMissing')).max(80),
  platform: z.enum(
    PLATFORMS,
    schemaMessage('channel.rule.platformUnknown', { names: { list: PLATFORMS, type: 'or' } }),
  ),
  stellaId: z.string().trim().min(1, schemaMessage('channel.rule.stellaIdMissing')).max(200),
  externalId: z.string().trim().min(1, schemaMessage('channel.rule.externalIdMissing')).max(200),
  secret: secretSchema,
})

export type ChannelInput = z.input<typeof channelSchema>

/**
 * Connects a channel. Its webhook address holds a random id, because inbound events name no channel (Facts §3.1).
 * A channel that was disconnected at Stella resumes under the same address, with its history; the connection may be a
 * new one, since the old access token went with the integration. Throws `not_found`, `conflict`.
 */
export async function addChannel(
  ctx: Context,
  given: ChannelInput,
  agentId?: string,
): Promise<{ id: string; webhookPath: string }> {
  const { secret, ...channel } = channelSchema.parse(given)
  const connection = await findConnection(ctx.sql, channel.connectionId)
  if (!connection) throw new AppError('not_found', reason('connection.rule.notFound'))
  const known = await findChannelByStellaId(ctx.sql, channel.platform, channel.stellaId)
  if (known?.authorized) throw new AppError('conflict', reason('channel.rule.alreadyConnected'))

  const id = known?.id ?? randomUUID()
  await inTurn(ctx, async (tx) => {
    await assertConnectionStands(tx, connection.id)
    await putChannelSecret(tx, {
      channelId: id,
      slot: 1,
      secret: ctx.vault.seal(secret, secretBinding(id, 1)),
    })
    const { dialect } = connection
    await record(
      tx,
      { type: 'channel.connected', channelId: id, ...channel, dialect },
      { channelId: id, agentId },
    )
  })
  return { id, webhookPath: paths.api.webhook(id) }
}
