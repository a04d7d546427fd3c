import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '@/lib/context'
import { insertConnection } from '@/lib/db/channel/connections'
import { DIALECTS, type Dialect } from '@/lib/domain/channel/channel'
import { stellaUrls } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { type Reason, reason, schemaMessage } from '@/lib/i18n/reason'
import { record } from '@/lib/log/fold'
import { inTurn } from '@/lib/log/turn'
import { type AddressFault, faultOf } from '@/lib/public-address'
import { tokenBinding } from '@/lib/vault'

const address = z
  .url({ protocol: /^https?$/, error: schemaMessage('connection.rule.addressNotHttps') })
  .max(500)

export const connectionSchema = z.object({
  name: z.string().trim().min(1, schemaMessage('connection.rule.nameMissing')).max(80),
  accessToken: z.string().trim().min(1, schemaMessage('connection.rule.tokenMissing')).max(4_000),
  botUrl: address.optional(),
  restUrl: address.optional(),
  fileUrl: address.optional(),
  responseKey: z.enum(['response', 'responses']).default('response'),
  tokenParam: z.enum(['accessToken', 'access_token']).default('access_token'),
  dialect: z.enum(DIALECTS).default('stella'),
  /** Absent: the one of the dialect. */
  signatureHeader: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9-]{1,80}$/, schemaMessage('connection.rule.headerName'))
    .optional(),
})

/** Under which name each generation signs (Facts §3.1, §3.5). */
const SIGNATURE_HEADERS: Record<Dialect, string> = {
  stella: 'X-Stella-Signature',
  woztell: 'X-Woztell-Signature',
}

export type ConnectionInput = z.input<typeof connectionSchema>

/** Adds a Stella app, by an admin or from the command line. The token is stored encrypted and never shown again but for its last four characters. Throws `unavailable`. */
export async function addConnection(
  ctx: Context,
  given: ConnectionInput,
  agentId?: string,
): Promise<{ id: string }> {
  const { accessToken, ...rest } = connectionSchema.parse(given)
  const urls = { ...stellaUrls(), ...withoutMissing(rest) }
  assertReachable(ctx, urls)
  const id = randomUUID()
  const sealed = ctx.vault.seal(accessToken, tokenBinding(id))
  await inTurn(ctx, async (tx) => {
    await insertConnection(tx, {
      id,
      name: rest.name,
      accessToken: sealed,
      tokenHint: accessToken.slice(-4),
      botUrl: urls.botUrl,
      restUrl: urls.restUrl,
      fileUrl: urls.fileUrl,
      responseKey: rest.responseKey,
      tokenParam: rest.tokenParam,
      signatureHeader: rest.signatureHeader ?? SIGNATURE_HEADERS[rest.dialect],
      dialect: rest.dialect,
    })
    await record(tx, { type: 'connection.added', connectionId: id, name: rest.name }, { agentId })
  })
  return { id }
}

const FAULT_REASONS: Record<AddressFault, Reason> = {
  'not-https': reason('connection.rule.addressNotHttps'),
  password: reason('connection.rule.addressPassword'),
  private: reason('connection.rule.addressPrivate'),
}

/** Throws `invalid` for addresses that the access token would not be sent to. */
export function assertReachable(
  { allowPrivate = false }: Pick<Context, 'allowPrivate'>,
  { botUrl, restUrl, fileUrl }: { botUrl: string; restUrl: string; fileUrl: string },
): void {
  for (const address of [botUrl, restUrl, fileUrl]) {
    const fault = faultOf(new URL(address), allowPrivate)
    if (fault) throw new AppError('invalid', FAULT_REASONS[fault])
  }
}

function withoutMissing<Value extends object>(value: Value): Partial<Value> {
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  return Object.fromEntries(entries) as Partial<Value>
}
