import type { Context } from '@/lib/context'
import { purgeLinks } from '@/lib/db/people/agent-links'
import { purgeKnownBrowsers } from '@/lib/db/people/known-browsers'
import { purgeSessions } from '@/lib/db/people/sessions'
import { purgeTries } from '@/lib/db/people/sign-in-failures'
import { SIGN_IN_WINDOW_MS } from '@/lib/domain/people/sign-in-window'

/**
 * Every quarter of an hour, in one process: forgets tries to sign in that count no more at `now` (epoch ms), sign-ins that
 * have run out, browsers that nobody signed in from for long, and links that are long dead. Gives how many rows went.
 */
export async function purgeSignIns({ sql }: Context, now: number): Promise<number> {
  const tries = await purgeTries(sql, now - SIGN_IN_WINDOW_MS)
  const sessions = await purgeSessions(sql)
  const browsers = await purgeKnownBrowsers(sql)
  return tries + sessions + browsers + (await purgeLinks(sql))
}
