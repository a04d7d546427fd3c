import type { Context } from '@/lib/context'
import { record } from '@/lib/log/fold'
import { inTurn } from '@/lib/log/turn'
import { checkApis, type Probe } from '@/lib/stella/check'
import { reachConnection } from './reach-connection'

/** Asks each API of a connection whether it answers, and notes in the log what it found. Throws `not_found`. */
export async function checkConnection(
  ctx: Context,
  agentId: string,
  connectionId: string,
): Promise<{ items: Probe[] }> {
  const items = await checkApis(await reachConnection(ctx, connectionId))
  const results = items.map(({ api, state }) => ({ api, state }))
  await inTurn(ctx, (tx) =>
    record(tx, { type: 'connection.checked', connectionId, results }, { agentId }),
  )
  return { items }
}
