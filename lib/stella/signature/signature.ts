import { createHmac, timingSafeEqual } from 'node:crypto'

const DIGEST_LENGTH = 32
/** 32 bytes in base64: 43 digits and one `=`. */
const WELL_FORMED = /^[A-Za-z0-9+/]{43}=$/

/** base64 of HMAC-SHA256 over the exact bytes, keyed with the channel secret (channel-webhooks.txt "Validation"). */
export function sign(secret: string, bytes: Uint8Array): string {
  return createHmac('sha256', secret).update(bytes).digest('base64')
}

/** Whether a signature header belongs to these bytes. Total: any header, missing or malformed, is just false. */
export function isSignedBy(secret: string, bytes: Uint8Array, signature: string | null): boolean {
  if (!signature || !WELL_FORMED.test(signature)) return false
  const given = Buffer.from(signature, 'base64')
  const expected = createHmac('sha256', secret).update(bytes).digest()
  return given.length === DIGEST_LENGTH && timingSafeEqual(given, expected)
}
