import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { deriveKey, fixedRing, type KeyRing } from './key-ring'

const NONCE_LENGTH = 12
const TAG_LENGTH = 16
const ID_LENGTH = 4
/** First byte of a sealed value: how it is laid out. */
const NAMELESS = 1
/** The id of the key follows. */
const NAMED = 2

/**
 * Encrypts secrets at rest: AES-256-GCM, random nonce, keys derived from the ring of APP_SECRET and kept out of the
 * database. A sealed value names the key that it was sealed with, so that the secret can be changed while everything runs.
 * `bound` names the row (such as `connections:<id>:access_token`), so a sealed value can't be moved to another.
 */
export interface Vault {
  seal(plain: string, bound: string): Buffer
  /** Throws when the value was changed, moved, or sealed under a secret that is not in the ring. */
  open(sealed: Uint8Array, bound: string): string
  /** Whether a value was sealed with the current secret, by name: an older one should be sealed anew. */
  isCurrent(sealed: Uint8Array): boolean
  /** The id of the current key, to compare installations by; it tells nothing of the secret. */
  currentId(): string
}

interface SealingKey {
  id: Buffer
  key: Buffer
}

export function openVault(appSecret: string | KeyRing): Vault {
  const ring = typeof appSecret === 'string' ? fixedRing(appSecret) : appSecret
  const known = new Map<string, SealingKey>()
  const keys = () => ring.secrets().map((secret) => keyOf(known, secret))
  const current = () => keys()[0] ?? noKey()
  return {
    seal(plain, bound) {
      // A secret that was changed a moment ago is the one to seal with.
      ring.refresh()
      return seal(current(), plain, bound)
    },
    open(sealed, bound) {
      const bytes = Buffer.from(sealed)
      const opened =
        tryOpen(keys(), bytes, bound) ??
        (ring.refresh() ? tryOpen(keys(), bytes, bound) : undefined)
      if (opened === undefined)
        throw new Error('A secret was changed, moved, or sealed with a key that is not here.')
      return opened
    },
    isCurrent: (sealed) => isSealedWith(current(), Buffer.from(sealed)),
    currentId: () => current().id.toString('hex'),
  }
}

function noKey(): never {
  throw new Error('There is no secret to seal with.')
}

function keyOf(known: Map<string, SealingKey>, secret: string): SealingKey {
  const found = known.get(secret) ?? {
    id: deriveKey(secret, 'stella-inbox name of a key').subarray(0, ID_LENGTH),
    key: deriveKey(secret, 'stella-inbox secrets at rest'),
  }
  known.set(secret, found)
  return found
}

function seal({ id, key }: SealingKey, plain: string, bound: string): Buffer {
  const nonce = randomBytes(NONCE_LENGTH)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound))
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.from([NAMED]), id, nonce, cipher.getAuthTag(), body])
}

/** With the key that it names; values from before keys had names are tried with each. */
function tryOpen(keys: SealingKey[], bytes: Buffer, bound: string): string | undefined {
  const isNamed = bytes[0] === NAMED
  if (!isNamed && bytes[0] !== NAMELESS) return undefined
  const fitting = isNamed ? keys.filter((each) => isSealedWith(each, bytes)) : keys
  const rest = bytes.subarray(isNamed ? 1 + ID_LENGTH : 1)
  for (const { key } of fitting) {
    const opened = tryKey(key, rest, bound)
    if (opened !== undefined) return opened
  }
  return undefined
}

function tryKey(key: Buffer, rest: Buffer, bound: string): string | undefined {
  const nonce = rest.subarray(0, NONCE_LENGTH)
  const tag = rest.subarray(NONCE_LENGTH, NONCE_LENGTH + TAG_LENGTH)
  if (tag.length !== TAG_LENGTH) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_LENGTH })
    decipher.setAAD(Buffer.from(bound)).setAuthTag(tag)
    const body = rest.subarray(NONCE_LENGTH + TAG_LENGTH)
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

function isSealedWith({ id }: SealingKey, bytes: Buffer): boolean {
  return bytes[0] === NAMED && bytes.subarray(1, 1 + ID_LENGTH).equals(id)
}

/** Ties a sealed access token to its row. */
export function tokenBinding(connectionId: string): string {
  return `connections:${connectionId}:access_token`
}

/** Ties a sealed channel secret to its row. */
export function secretBinding(channelId: string, slot: number): string {
  return `channel_secrets:${channelId}:${slot}`
}
