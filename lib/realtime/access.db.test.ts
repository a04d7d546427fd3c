import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAgent } from '@/lib/admin/people/add-agent'
import { changeAgent, signOutAgent } from '@/lib/admin/people/change-agent'
import { FEED_CHANNEL } from '@/lib/db/log/feed'
import { readFeedHead } from '@/lib/db/log/load-world'
import { endSession } from '@/lib/db/people/sessions'
import { testInbox } from '@/lib/log/testing'
import { FAREWELL } from './frames'
import { Hub } from './hub'
import { openStream } from './open-stream'

const inbox = testInbox()
const numbers = ['85230000001', '85230000002'] as const
let hub: Hub
let adminId: string
let channels: string[]

beforeAll(async () => {
  hub = new Hub(inbox.ctx.sql, (error) => {
    throw error
  })
  await hub.start(FEED_CHANNEL)
  adminId = await person('admin', 'admin')
  channels = []
  for (const number of numbers) channels.push((await inbox.channel('whatsapp', number)).id)
})
afterAll(() => hub.stop(FAREWELL))

test('a stream carries only the channels its person sees, live and when it catches up', async () => {
  const id = await person('kept', 'agent')
  await changeAgent(inbox.ctx, adminId, id, change([channels[0] ?? '']))
  const start = await readFeedHead(inbox.ctx.sql)
  const live = await stream(id, [channels[0] ?? ''])
  const all = await stream(adminId)
  await says(0, 'in sight')
  await says(1, 'out of sight')
  await all.until(/out of sight/)
  await live.until(/in sight/)
  const late = await stream(id, [channels[0] ?? ''], start)
  await late.until(/in sight/)
  for (const each of [live, late]) expect(each.text()).not.toContain('out of sight')
  await Promise.all([live, late, all].map((each) => each.leave()))
})

test('giving and taking a channel acts on streams that are open', async () => {
  const id = await person('changed', 'agent')
  const open = await stream(id)
  await says(1, 'before it was taken')
  await open.until(/before it was taken/)
  await changeAgent(inbox.ctx, adminId, id, change([channels[0] ?? '']))
  await open.until(/event: reset/)
  await says(1, 'after it was taken')
  await says(0, 'still seen')
  await open.until(/still seen/)
  expect(open.text()).not.toContain('after it was taken')
  await changeAgent(inbox.ctx, adminId, id, change(null))
  await open.until(/event: reset[\s\S]*event: reset/)
  await says(1, 'given back')
  await open.until(/given back/)
  await open.leave()
})

test('an admin who is demoted sees no more than they may from then on', async () => {
  const id = await person('demoted', 'admin')
  const kept = change([channels[0] ?? ''])
  await changeAgent(inbox.ctx, adminId, id, { ...kept, role: 'admin' })
  const open = await stream(id)
  await says(1, 'an admin sees all')
  await open.until(/an admin sees all/)
  await changeAgent(inbox.ctx, adminId, id, kept)
  await open.until(/event: reset/)
  await says(1, 'an agent does not')
  await says(0, 'but this')
  await open.until(/but this/)
  expect(open.text()).not.toContain('an agent does not')
  await open.leave()
})

test('who signs out loses the streams of that sign-in at once, in every process, and no other', async () => {
  const elsewhere = new Hub(inbox.ctx.sql, (error) => {
    throw error
  })
  await elsewhere.start(FEED_CHANNEL)
  const id = await person('leaving', 'agent')
  const here = await stream(id)
  const other = await stream(id)
  const there = await stream(id, undefined, undefined, { ...here, hub: elsewhere })
  const begun = Date.now()
  await endSession(inbox.ctx.sql, here.sessionId)
  await Promise.all([here.ended, there.ended])
  expect(Date.now() - begun).toBeLessThan(5_000)
  await says(0, 'the other one is still here')
  await other.until(/the other one is still here/)
  await other.leave()
  await elsewhere.stop(FAREWELL)
})

test.each(['signed out everywhere', 'disabled'])(
  'who is %s loses open streams at once',
  async (how) => {
    const id = await person(randomUUID(), 'agent')
    const open = await stream(id)
    const begun = Date.now()
    if (how === 'disabled')
      await changeAgent(inbox.ctx, adminId, id, { ...change(null), disabled: true })
    else await signOutAgent(inbox.ctx, adminId, id)
    await open.ended
    // The heartbeat would need 15 s.
    expect(Date.now() - begun).toBeLessThan(5_000)
  },
)

async function person(name: string, role: 'admin' | 'agent'): Promise<string> {
  const email = `${name}@example.com`
  return (await addAgent(inbox.ctx, { email, name, role, password: 'long enough' })).id
}

function change(channelIds: string[] | null) {
  return { role: 'agent', channelIds, disabled: false } as const
}

let count = 0
async function says(channel: 0 | 1, text: string) {
  count += 1
  await inbox.receive(channels[channel] ?? '', {
    from: `8526000${count}`,
    to: numbers[channel],
    timestamp: String(1_700_000_000 + count),
    type: 'TEXT',
    data: { text },
  })
}

/** A signed-in browser's end of a stream. */
async function stream(
  agentId: string,
  channelIds?: string[],
  after?: number,
  on: { hub: Hub; sessionId?: string } = { hub },
) {
  const sessionId = on.sessionId ?? randomUUID()
  await inbox.ctx.sql`insert into sessions (id, agent_id, expires_at)
    values (${sessionId}, ${agentId}, now() + interval '1 hour') on conflict do nothing`
  const signal = new AbortController().signal
  const request = { sessionId, agentId, channelIds, after, signal }
  const reader = openStream({ sql: inbox.ctx.sql, hub: on.hub }, request).getReader()
  const decoder = new TextDecoder()
  let text = ''
  const ended = (async () => {
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      text += decoder.decode(value)
    }
  })()
  await expect.poll(() => text).toContain('event: hello')
  return {
    sessionId,
    ended,
    text: () => text,
    until: (what: RegExp) => expect.poll(() => text, { timeout: 10_000 }).toMatch(what),
    leave: () => reader.cancel(),
  }
}
