import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const NONCE_LENGTH = 12
const TAG_LENGTH = 16
/** First byte of every sealed value: which key sealed it. */
const KEY_ID = 1

/**
 * Encrypts secrets at rest: AES-256-GCM, random nonce, key derived from APP_SECRET and kept out of the database.
 * `bound` names the row (such as `connections:<id>:access_token`), so a sealed value can't be moved to another.
 */
export interface Vault {
  seal(plain: string, bound: string): Buffer
  /** Throws when the value was changed, moved, or sealed under another APP_SECRET. */
  open(sealed: Uint8Array, bound: string): string
}

export function openVault(appSecret: string): Vault {
  const key = deriveKey(appSecret, 'stella-inbox secrets at rest')
  return {
    seal(plain, bound) {
      const nonce = randomBytes(NONCE_LENGTH)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound))
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from([KEY_ID]), nonce, cipher.getAuthTag(), body])
    },
    open(sealed, bound) {
      const bytes = Buffer.from(sealed)
      if (bytes[0] !== KEY_ID) throw new Error('A secret was sealed with an unknown key.')
      const nonce = bytes.subarray(1, 1 + NONCE_LENGTH)
      const tag = bytes.subarray(1 + NONCE_LENGTH, 1 + NONCE_LENGTH + TAG_LENGTH)
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_LENGTH })
      decipher.setAAD(Buffer.from(bound)).setAuthTag(tag)
      const body = bytes.subarray(1 + NONCE_LENGTH + TAG_LENGTH)
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
    },
  }
}

/** One secret setting serves several purposes without any of them revealing another. */
export function deriveKey(appSecret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', appSecret, '', purpose, 32))
}

/** Ties a sealed access token to its row. */
export function tokenBinding(connectionId: string): string {
  return `connections:${connectionId}:access_token`
}

/** Ties a sealed channel secret to its row. */
export function secretBinding(channelId: string, slot: number): string {
  return `channel_secrets:${channelId}:${slot}`
}
