import { cookies } from 'next/headers'
import { KNOWN_DAYS } from '@/lib/db/people/known-browsers'
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
  const { name, options } = deviceCookie()
  const parts = [`${name}=${device}`, 'Path=/', `Max-Age=${KNOWN_DAYS * 24 * 3_600}`]
  parts.push('HttpOnly', 'SameSite=Lax', ...(options.secure ? ['Secure'] : []))
  response.headers.append('Set-Cookie', parts.join('; '))
  return response
}
