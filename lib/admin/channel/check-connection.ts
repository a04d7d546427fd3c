import type { Context } from '@/lib/context'
import type { ApiFinding } from '@/lib/domain/channel/connection'
import { note } from '@/lib/log/turn'
import { checkApis } from '@/lib/stella/api/check'
import { checkSignature } from './check-signature'
import { reachConnection } from './reach-connection'

/** Asks each API of a connection whether it answers, looks at how webhooks are signed, and notes in the log what it found. Throws `not_found`. */
export async function checkConnection(
  ctx: Context,
  agentId: string,
  connectionId: string,
): Promise<{ items: ApiFinding[] }> {
  const connection = await reachConnection(ctx, connectionId)
  const [apis, signature] = await Promise.all([
    checkApis(connection),
    checkSignature(ctx, connectionId),
  ])
  const items = [...apis, signature]
  const results = items.map(({ id, state }) => ({ api: id, state }))
  await note(ctx, { type: 'connection.checked', connectionId, results }, { agentId })
  return { items }
}
