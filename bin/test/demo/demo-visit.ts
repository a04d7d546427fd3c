import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { paths } from '@/lib/paths'

const WAIT_MS = 60_000
const POLL_MS = 250
const CALL_TIMEOUT_MS = 10_000

/** Signs in as a script would. Gives the cookies of the session. */
export async function signInToDemo(
  appUrl: string,
  email: string,
  password: string,
): Promise<string> {
  const first = await call(`${appUrl}/api/auth/csrf`)
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await first.json())
  const answer = await call(`${appUrl}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: toCookies(first), Origin: appUrl },
    body: new URLSearchParams({ csrfToken, email, password, json: 'true' }),
  })
  const cookies = toCookies(answer)
  const me = await call(`${appUrl}${paths.api.me}`, { headers: { Cookie: cookies } })
  if (me.status !== 200) throw new Error(`Signing in as ${email} did not work (${me.status}).`)
  return cookies
}

/** Waits until there are more than `before` conversations, and gives how many. */
export async function waitForConversations(appUrl: string, cookies: string, before: number) {
  for (const end = Date.now() + WAIT_MS; Date.now() < end; await pause(POLL_MS)) {
    const count = await countConversations(appUrl, cookies)
    if (count > before) return count
  }
  throw new Error(`There were no more than ${before} conversations within a minute.`)
}

const pageSchema = z.object({ items: z.array(z.unknown()) })

async function countConversations(appUrl: string, cookies: string): Promise<number> {
  const url = `${appUrl}${paths.api.conversations}?view=all&limit=100`
  const response = await call(url, { headers: { Cookie: cookies } })
  return pageSchema.parse(await response.json()).items.length
}

function call(url: string, init: RequestInit = {}) {
  return fetch(url, { ...init, signal: AbortSignal.timeout(CALL_TIMEOUT_MS) })
}

function toCookies(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
