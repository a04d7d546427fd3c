import { createHmac, timingSafeEqual } from 'node:crypto'
import { paths } from '@/lib/paths'

const DAY_MS = 86_400_000
/** Platforms fetch at once; a widget on a web page shows the file from here for as long. */
const LIFE_MS = 7 * DAY_MS
const ID_BYTES = 16
const EXPIRY_BYTES = 6
const SEAL_BYTES = 18

/** Addresses at which a platform fetches what an agent sent: no login, unguessable, and only for a week. */
export interface FileAddresses {
  /** Undefined where this inbox has no address that a platform reaches. */
  addressOf(mediaId: string, now: number): string | undefined
  /** The id of the file that a token opens; undefined for a token that is not ours or has run out. */
  read(token: string, now: number): string | undefined
}

/**
 * `publicUrl` is the setting PUBLIC_URL. The keys are kept out of the database, so the database opens no file; the first one
 * signs, and addresses signed with the others open their files until they run out.
 */
export function openFileAddresses(
  keys: () => Buffer[],
  publicUrl: string | undefined,
  /** Looks whether there are other keys by now; true when there are. */
  refresh = () => false,
): FileAddresses {
  const base = publicUrl?.replace(/\/+$/, '')
  return {
    addressOf(mediaId, now) {
      const [key] = keys()
      return base && key && base + paths.api.file(toToken(key, mediaId, now + LIFE_MS))
    },
    read(token, now) {
      const id = readToken(keys(), token, now)
      // Another process may sign with a secret that was made a moment ago.
      return id ?? (refresh() ? readToken(keys(), token, now) : undefined)
    },
  }
}

function toToken(key: Buffer, mediaId: string, expiresAt: number): string {
  const expiry = Buffer.alloc(EXPIRY_BYTES)
  expiry.writeUIntBE(expiresAt, 0, EXPIRY_BYTES)
  const payload = Buffer.concat([Buffer.from(mediaId.replaceAll('-', ''), 'hex'), expiry])
  return Buffer.concat([payload, seal(key, payload)]).toString('base64url')
}

function readToken(keys: Buffer[], token: string, now: number): string | undefined {
  const bytes = Buffer.from(token, 'base64url')
  const payload = bytes.subarray(0, ID_BYTES + EXPIRY_BYTES)
  const given = bytes.subarray(ID_BYTES + EXPIRY_BYTES)
  // Base64 has several texts for the same bytes; one address opens one file.
  if (given.length !== SEAL_BYTES || bytes.toString('base64url') !== token) return undefined
  if (!keys.some((key) => timingSafeEqual(given, seal(key, payload)))) return undefined
  if (payload.readUIntBE(ID_BYTES, EXPIRY_BYTES) <= now) return undefined
  return toUuid(payload.subarray(0, ID_BYTES).toString('hex'))
}

function seal(key: Buffer, payload: Buffer): Buffer {
  return createHmac('sha256', key).update(payload).digest().subarray(0, SEAL_BYTES)
}

function toUuid(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
