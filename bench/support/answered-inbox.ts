import { addChannel } from '@/lib/admin/channel/add-channel'
import { addConnection } from '@/lib/admin/channel/add-connection'
import { addAgent } from '@/lib/admin/people/add-agent'
import { openContext } from '@/lib/context'
import { paths } from '@/lib/paths'
import { type Simulator, startSimulator } from '@/simulator/server'
import { APP_SECRET, type Inbox, type Stops } from './bench-inbox'
import { OURS, SECRET } from './deliveries'

const STELLA_ID = '5f00000000000000000000c1'
const EMAIL = 'ana@bench.example'
const TOKEN = 'demo-access-token'
const PASSWORD = 'a bench password'

/** An inbox with a stand-in Stella that answers, and an agent. */
export interface AnsweredInbox extends Inbox {
  simulator: Simulator
  control<Answer>(method: string, path: string, body?: object): Promise<Answer>
  /** Tells Stella where the webhooks go. */
  pointAt(webhookUrl: string): Promise<void>
  /** The member writes, and is met. */
  says(member: string, text: string): Promise<void>
  /** The agent's lines on the member's phone, oldest first. */
  phone(member: string): Promise<string[]>
  /** Somebody sends a text to the member with the same API, past the inbox. */
  otherToolSays(member: string, text: string): Promise<void>
}

export async function openAnsweredInbox(life: Stops, databaseUrl: string): Promise<AnsweredInbox> {
  const simulator = await startSimulator({ port: 0, quiet: true })
  await life.onStop(() => simulator.close())
  const channelId = await connect(databaseUrl, simulator.url)
  const control = async <Answer>(method: string, path: string, body?: object): Promise<Answer> => {
    const response = await fetch(`${simulator.url}/control${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`)
    return response.json() as Promise<Answer>
  }
  return {
    databaseUrl,
    channelId,
    simulator,
    control,
    pointAt: (webhookUrl) =>
      control('PUT', `/channels/${STELLA_ID}`, {
        platform: 'whatsapp',
        name: 'Shop',
        externalId: OURS,
        secret: SECRET,
        webhookUrl,
        subscriptions: ['raw', 'normalized', 'outbound', 'statuses'],
      }),
    async otherToolSays(member, text) {
      const body = { channelId: STELLA_ID, recipientId: member, response: [{ type: 'TEXT', text }] }
      const url = `${simulator.url}/sendResponses?accessToken=${TOKEN}`
      const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) })
      const answer = await response.text()
      if (!answer.startsWith('{"ok":1')) throw new Error(`The other tool was refused: ${answer}`)
    },
    says: (member, text) => control('POST', '/say', { channel: STELLA_ID, member, text }),
    async phone(member) {
      const path = `/members/${member}?channel=${STELLA_ID}`
      const { thread } = await control<{ thread: { from: string; text?: string }[] }>('GET', path)
      return thread.flatMap(({ from, text }) => (from === 'agent' && text ? [text] : []))
    },
  }
}

async function connect(databaseUrl: string, stellaUrl: string): Promise<string> {
  const ctx = openContext({ databaseUrl, appSecret: APP_SECRET, allowPrivate: true })
  try {
    const connection = await addConnection(ctx, {
      name: 'Talk',
      accessToken: TOKEN,
      botUrl: stellaUrl,
      restUrl: `${stellaUrl}/vnext/rest`,
      fileUrl: `${stellaUrl}/vnext`,
    })
    await addAgent(ctx, { email: EMAIL, name: 'Ana', role: 'agent', password: PASSWORD })
    // What is measured is how soon a reply leaves, not the time in which it can be undone.
    await ctx.sql`update agents set settings = settings || ${ctx.sql.json({ undoSeconds: 0 })}`
    const channel = {
      name: 'Shop',
      platform: 'whatsapp',
      externalId: OURS,
      secret: SECRET,
    } as const
    const added = { ...channel, connectionId: connection.id, stellaId: STELLA_ID }
    return (await addChannel(ctx, added)).id
  } finally {
    await ctx.close()
  }
}

/** Signs in as the agent; gives the cookies, which every process of the installation takes. */
export async function signInAsAgent(appUrl: string): Promise<string> {
  const first = await fetch(`${appUrl}/api/auth/csrf`)
  const { csrfToken } = (await first.json()) as { csrfToken: string }
  const body = new URLSearchParams({ csrfToken, email: EMAIL, password: PASSWORD, json: 'true' })
  const signedIn = await fetch(`${appUrl}/api/auth/callback/credentials`, {
    method: 'POST',
    headers: { cookie: cookiesOf(first) },
    body,
    redirect: 'manual',
  })
  const cookies = [cookiesOf(first), cookiesOf(signedIn)].join('; ')
  const me = await fetch(appUrl + paths.api.me, { headers: { cookie: cookies } })
  if (!me.ok) throw new Error(`Signing in failed: ${me.status}`)
  return cookies
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
