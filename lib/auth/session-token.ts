import { decode, type JWT } from 'next-auth/jwt'
import { deriveKey, type KeyRing } from '@/lib/key-ring'

const PURPOSE = 'next-auth session token'

/** What new session cookies are signed with. */
export function sessionSecret(ring: KeyRing): string {
  return deriveKey(ring.secrets()[0] ?? '', PURPOSE).toString('hex')
}

/**
 * What a session cookie says, under whichever secret of the ring it was signed: changing the secret signs nobody out. Null
 * for a cookie that is not ours.
 */
export async function readSessionToken(
  ring: KeyRing,
  token: string | undefined,
): Promise<JWT | null> {
  if (!token) return null
  return (await tryAll(ring, token)) ?? (ring.refresh() ? tryAll(ring, token) : null)
}

/** The session that a cookie names, live or not; undefined for one that isn't ours. */
export async function sessionIdIn(ring: KeyRing, token: string): Promise<string | undefined> {
  const claims = await readSessionToken(ring, token)
  return typeof claims?.sessionId === 'string' ? claims.sessionId : undefined
}

async function tryAll(ring: KeyRing, token: string): Promise<JWT | null> {
  for (const secret of ring.secrets()) {
    const key = deriveKey(secret, PURPOSE).toString('hex')
    const claims = await decode({ token, secret: key }).catch(() => null)
    if (claims) return claims
  }
  return null
}
