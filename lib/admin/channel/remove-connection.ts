import { z } from 'zod'
import type { Context } from '@/lib/context'
import { deletePause } from '@/lib/db/channel/connection-pauses'
import { emptyConnection, lockConnection } from '@/lib/db/channel/connections'
import { removalBlockedBecause } from '@/lib/domain/channel/connection-removal'
import { AppError } from '@/lib/errors'
import { reason, schemaMessage } from '@/lib/i18n/reason'
import { record } from '@/lib/log/fold'
import { inTurn } from '@/lib/log/turn'
import { tokenBinding } from '@/lib/vault'

export const connectionRemovalSchema = z.object({
  /** Its name, typed by who removes it. */
  name: z.string(schemaMessage('connection.rule.typeName')).trim(),
})

/**
 * Removes a connection without connected channels, and destroys its access token. The channels that it had stay
 * disconnected, with their history and their addresses; another connection may take them on. Throws `not_found`;
 * `conflict` while a channel is connected; `invalid` when the typed name is another one.
 */
export async function removeConnection(
  ctx: Context,
  agentId: string,
  connectionId: string,
  { name: typed }: z.infer<typeof connectionRemovalSchema>,
): Promise<void> {
  await inTurn(ctx, async (tx) => {
    const row = await lockConnection(tx, connectionId)
    if (!row) throw new AppError('not_found', reason('connection.rule.notFound'))
    const blocked = removalBlockedBecause(row)
    if (blocked) throw new AppError('conflict', blocked)
    if (typed !== row.name)
      throw new AppError('invalid', reason('connection.rule.typeThisName', { name: row.name }))
    const nothing = ctx.vault.seal('', tokenBinding(connectionId))
    await emptyConnection(tx, connectionId, nothing)
    await deletePause(tx, connectionId)
    const { name } = row
    await record(tx, { type: 'connection.removed', connectionId, name }, { agentId })
  })
}
