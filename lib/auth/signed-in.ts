import { cookies } from 'next/headers'
import { cache } from 'react'
import { findViewer } from '@/lib/db/people/agents'
import type { Viewer } from '@/lib/domain/people/viewer'
import { getRuntime } from '@/lib/runtime'
import { sessionCookie } from './options'
import { sessionIdIn } from './session-token'

/** Who is signed in, from the request's cookie and a live `sessions` row; undefined when nobody is. */
export async function viewer(): Promise<Viewer | undefined> {
  return (await signedIn())?.viewer
}

/** Asked by layout, page and their parts of one request: looked up once. */
export const signedIn = cache(
  async (): Promise<{ viewer: Viewer; sessionId: string } | undefined> => {
    const jar = await cookies()
    const token = jar.get(sessionCookie().name)?.value
    if (!token) return undefined
    const sessionId = await sessionIdOf(token)
    if (!sessionId) return undefined
    const found = await findViewer(getRuntime().ctx.sql, sessionId)
    return found && { viewer: found, sessionId }
  },
)

/** The session that a cookie names, live or not; undefined for one that isn't ours. */
export function sessionIdOf(token: string): Promise<string | undefined> {
  return sessionIdIn(getRuntime().ctx.keys, token)
}
