import type { Context } from '@/lib/context'
import { noteRest } from '@/lib/db/channel/connection-pauses'
import { findConnection } from '@/lib/db/channel/connections'
import { AppError } from '@/lib/errors'
import { type Reason, reason, type Said } from '@/lib/i18n/reason'
import type { StellaConnection } from '@/lib/stella/api/call'
import type { StellaOutcome } from '@/lib/stella/api/call-outcome'
import { tokenBinding } from '@/lib/vault'

/** How to reach a connection's Stella, with its token in the clear: for calls, never for answers. Throws `not_found`. */
export async function reachConnection(ctx: Context, id: string): Promise<StellaConnection> {
  const row = await findConnection(ctx.sql, id)
  if (!row) throw new AppError('not_found', reason('connection.rule.notFound'))
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
    throw new AppError('conflict', reason('connection.rule.tokenRefused', { why: outcome.reason }))
  if (outcome.denied === 'scope')
    throw new AppError('conflict', reason('connection.rule.scopeMissing', { scope }))
  throw new AppError('conflict', reason('connection.rule.refused', { why: outcome.reason }))
}

/** A call that writes and got no clear answer may have been done, so that doing it again may do it twice. */
function unanswered(outcome: { kind: string; reason: Said }, scope: string): Reason {
  const why = outcome.reason
  return outcome.kind === 'unreached' || scope.endsWith(':read')
    ? reason('connection.rule.tryAgain', { why })
    : reason('connection.rule.maybeDone', { why })
}
