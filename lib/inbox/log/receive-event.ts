import { KEPT_HEADERS } from '@/lib/domain/log/kept-headers'
import { AppError } from '@/lib/errors'
import type { Appender } from '@/lib/log/append'
import { refusals, toShortId } from '@/lib/security-log'
import { isSignedBy } from '@/lib/stella/signature/signature'
import type { SigningSecrets } from '../channel/kept-secrets'
import type { SecretCache } from '../channel/signing-secrets'
import type { Rejections } from './rejections'

export interface Receiver {
  appender: Appender
  secrets: SecretCache
  rejections: Rejections
  /** Starts folding what was appended, without waiting for it. */
  wake(): void
}

/** A delivery larger than this is answered 413. */
export const DELIVERY_BYTES_MAX = 1024 * 1024

/** Finds a header by any writing of its name; null when it is missing. */
export interface DeliveryHeaders {
  get(name: string): string | null
}

/** Headers worth keeping with the bytes; a delivery's cookies and the like are nobody's business. */
const HEADER_LENGTH_MAX = 500
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Before a byte of a delivery is read: throws `not_found` for an address that nobody gave out. */
export async function assertAddress(receiver: Receiver, channelId: string): Promise<void> {
  await getSigning(receiver, channelId)
}

/**
 * A webhook delivery: verified over the exact bytes, then durable, then answered (architecture.md "Event in").
 * Throws `not_found` for an address nobody gave out, `unauthenticated` for a wrong signature, and
 * `unavailable` when it could not be made durable: in the log, or while Postgres is away in the local spool. What the bytes say is nobody's concern yet.
 */
export async function receiveEvent(
  receiver: Receiver,
  delivery: { channelId: string; bytes: Buffer; headers: DeliveryHeaders },
): Promise<void> {
  const { channelId, bytes, headers } = delivery
  const signing = await getSigning(receiver, channelId)
  const signature = headers.get(signing.header)
  if (!signing.secrets.some((secret) => isSignedBy(secret, bytes, signature))) {
    // A secret may have been changed just before Postgres went away: nobody can say that this signature is wrong.
    if (signing.isFromBefore)
      throw new AppError('unavailable', 'The signature can’t be checked now. Send it again.')
    receiver.rejections.count(channelId)
    refusals.tell('signature.refused', channelId, { what: `channel ${toShortId(channelId)}` })
    throw new AppError('unauthenticated', 'The signature does not belong to this body.')
  }
  const kept = await receiver.appender.append(channelId, bytes, keep(headers, signing.header))
  if (kept === 'log') receiver.wake()
}

async function getSigning({ secrets }: Receiver, channelId: string): Promise<SigningSecrets> {
  const signing = UUID.test(channelId) ? await secrets.find(channelId) : undefined
  if (signing) return signing
  refusals.tell('address.unknown', 'webhook', { what: 'webhook' })
  throw new AppError('not_found', 'There is no such webhook address.')
}

function keep(headers: DeliveryHeaders, signatureHeader: string): Record<string, string> {
  const names = [...KEPT_HEADERS, signatureHeader.toLowerCase()]
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers.get(name)
      return value ? [[name, value.slice(0, HEADER_LENGTH_MAX).replaceAll('\u0000', '')]] : []
    }),
  )
}
