import { createHash, randomBytes } from 'node:crypto'

/** A token for a one-time link, and what is kept of it. */
export function makeToken(): { token: string; tokenSha256: string } {
  const token = randomBytes(24).toString('base64url')
  return { token, tokenSha256: toTokenHash(token) }
}

export function toTokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
