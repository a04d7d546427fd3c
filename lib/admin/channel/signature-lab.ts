import { z } from 'zod'
import type { Context } from '@/lib/context'
import { findChannel, listChannels } from '@/lib/db/channel/channels'
import { findSignatureHeader } from '@/lib/db/channel/connections'
import type { LabVerdict } from '@/lib/domain/channel/signature-lab'
import { AppError } from '@/lib/errors'
import { reason, schemaMessage } from '@/lib/i18n/reason'
import { diagnoseSignature, type LabSecret } from '@/lib/stella/signature/diagnose-signature'
import { listOpened } from './rotate-secret'

const BODY_LENGTH_MAX = 200_000

export const labSchema = z.object({
  body: z
    .string()
    .max(BODY_LENGTH_MAX, schemaMessage('connection.lab.bodyTooLong', { max: BODY_LENGTH_MAX })),
  /** How the bytes were written down. */
  encoding: z.enum(['text', 'base64', 'hex']).default('text'),
  /** The value, or the whole header line. */
  signature: z.string().max(2_000, schemaMessage('connection.lab.signatureTooLong')),
  /** A secret to try besides those that are known; it is forgotten at once. */
  secret: z.string().max(4_000).optional(),
})

/**
 * Says which step of a signature differs. Secrets are compared here and stay here: the answer names them by their
 * channel. Throws `not_found`, `invalid` for bytes that are not written as said.
 */
export async function examineSignature(
  ctx: Context,
  channelId: string,
  { body, encoding, signature, secret }: z.infer<typeof labSchema>,
): Promise<LabVerdict> {
  const channel = await findChannel(ctx.sql, channelId)
  const header = channel && (await findSignatureHeader(ctx.sql, channel.connectionId))
  if (!header) throw new AppError('not_found', reason('channel.rule.notFound'))
  const pasted = secret ? [{ name: reason('connection.lab.pastedSecret'), secret, own: false }] : []
  const secrets = [...(await listSecrets(ctx, channelId)), ...pasted]
  const bytes = toBytes(body, encoding)
  return diagnoseSignature({ bytes, signature, header, secrets })
}

async function listSecrets(ctx: Context, channelId: string): Promise<LabSecret[]> {
  const channels = await listChannels(ctx.sql)
  const opened = await Promise.all(
    channels.map(async ({ id, name }) =>
      (await listOpened(ctx, id)).map(({ slot, secret }) => ({
        name:
          id === channelId
            ? reason('connection.lab.ownSecret', { slot })
            : reason('connection.lab.otherSecret', { channel: name }),
        secret,
        own: id === channelId,
      })),
    ),
  )
  return opened.flat()
}

function toBytes(body: string, encoding: 'text' | 'base64' | 'hex'): Buffer {
  if (encoding === 'text') return Buffer.from(body, 'utf8')
  const plain = body.replaceAll(/\s/g, '')
  const isWritten =
    encoding === 'hex' ? /^([0-9a-f]{2})*$/i.test(plain) : /^[A-Za-z0-9+/]*={0,2}$/.test(plain)
  if (!isWritten)
    throw new AppError('invalid', reason('connection.lab.bodyNotWritten', { encoding }))
  return Buffer.from(plain, encoding)
}
