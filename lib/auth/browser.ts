import { cookies } from 'next/headers'
import { KNOWN_DAYS } from '@/lib/db/people/known-browsers'
import { toSetCookie } from './cookies'
import { type Browser, parseDevice } from './device'
import { deviceCookie, sessionCookie } from './options'
import { sessionIdOf } from './signed-in'

/** Reads what a request tells about its browser. */
export async function readBrowser(request: Request): Promise<Browser> {
  const jar = await cookies()
  const session = jar.get(sessionCookie().name)?.value
  return {
    address: request.headers.get('x-forwarded-for') ?? '',
    device: parseDevice(jar.get(deviceCookie().name)?.value),
    sessionId: session ? await sessionIdOf(session) : undefined,
  }
}

/** Gives the browser its device cookie along with an answer. It lives as long as it counts. */
export function withDevice(response: Response, device: string): Response {
  response.headers.append(
    'Set-Cookie',
    toSetCookie(deviceCookie(), device, KNOWN_DAYS * 24 * 3_600),
  )
  return response
}
