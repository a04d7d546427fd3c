import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { addAgent } from '@/lib/admin/people/add-agent'
import { toCookie } from '@/lib/auth/cookies'
import { sessionSecret } from '@/lib/auth/session-token'
import { openContext } from '@/lib/context'
import { fixedRing } from '@/lib/key-ring'
import { APP_SECRET, type Inbox } from './bench-inbox'

/** Somebody of the bench: the cookie of a session that is live for as long as the bench may take. */
export interface BenchAgent {
  id: string
  cookie: { name: string; value: string }
}

/** Adds an agent, and a session of theirs as signing in would. */
export async function openAgent({ databaseUrl }: Inbox, name: string): Promise<BenchAgent> {
  const ctx = openContext({ databaseUrl, appSecret: APP_SECRET, allowPrivate: true })
  try {
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@bench.example`
    const password = 'a password of the bench'
    const { id } = await addAgent(ctx, { email, name, role: 'agent', password })
    const sessionId = randomUUID()
    await ctx.sql`insert into sessions (id, agent_id, expires_at)
      values (${sessionId}, ${id}, now() + interval '1 day')`
    const secret = sessionSecret(fixedRing(APP_SECRET))
    const value = await encode({ token: { sessionId }, secret })
    return { id, cookie: { name: toCookie('session', undefined).name, value } }
  } finally {
    await ctx.close()
  }
}
