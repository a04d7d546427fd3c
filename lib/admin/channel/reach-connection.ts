import type { Context } from '@/lib/context'
import { noteRest } from '@/lib/db/channel/connection-pauses'
import { findConnection } from '@/lib/db/channel/connections'
import { AppError } from '@/lib/errors'
import type { StellaConnection } from '@/lib/stella/api/call'
import type { StellaOutcome } from '@/lib/stella/api/call-outcome'
import { tokenBinding } from '@/lib/vault'

/** How to reach a connection's Stella, with its token in the clear: for calls, never for answers. Throws `not_found`. */
export async function reachConnection(ctx: Context, id: string): Promise<StellaConnection> {
  const row = await findConnection(ctx.sql, id)
  if (!row) throw new AppError('not_found', 'There is no such connection.')
  const { botUrl, restUrl, fileUrl, responseKey, tokenParam } = row
  const accessToken = ctx.vault.open(row.accessToken, tokenBinding(id))
  const onLimit = noteRest(ctx.sql, id)
  const { allowPrivate } = ctx
  return { accessToken, botUrl, restUrl, fileUrl, responseKey, tokenParam, allowPrivate, onLimit }
}

/**
 * The value of a call that went well. Throws `conflict` when Stella refused, with the missing scope in words where it
 * is that, and `unavailable` when it gave no clear answer.
 */
export function requireOk<Value>(outcome: StellaOutcome<Value>, scope: string): Value {
  if (outcome.kind === 'ok') return outcome.value
  if (outcome.kind !== 'refused') throw new AppError('unavailable', unanswered(outcome, scope))
  if (outcome.denied === 'token')
    throw new AppError(
      'conflict',
      `Stella does not accept the access token of this connection: ${outcome.reason} Put in a new one under Connections.`,
    )
  if (outcome.denied === 'scope')
    throw new AppError(
      'conflict',
      `The access token lacks the scope ${scope}. In Stella, Settings → Access Token, make one that has it, and put it in under Connections.`,
    )
  throw new AppError('conflict', `Stella refused: ${outcome.reason}`)
}

/** A call that writes and got no clear answer may have been done, so that doing it again may do it twice. */
function unanswered({ kind, reason }: { kind: string; reason: string }, scope: string): string {
  return kind === 'unreached' || scope.endsWith(':read')
    ? `${reason} Try again.`
    : `${reason} It may have been done: load the list again before you try again.`
}
