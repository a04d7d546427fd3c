import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { servePortrait } from '@/lib/http/media/serve-media'
import { english } from '@/lib/i18n/catalogues'
import { testTeam } from '@/lib/inbox/testing'
import { openMediaAgent } from '@/lib/media/guard'
import { openDiskStore } from '@/lib/media/store'
import type { MediaTools } from '../media/fetch-media'
import { fetchPortrait } from './fetch-portrait'
import { refreshMember } from './refresh-member'

const team = testTeam()
let dataDir: string
let tools: MediaTools

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'stella-inbox-portraits-'))
  tools = { store: openDiskStore(dataDir), agent: openMediaAgent(true), allowPrivate: true }
})
afterAll(async () => {
  await tools.agent.close()
  await rm(dataDir, { recursive: true, force: true })
})

test('a member’s picture is fetched once, drawn anew and served as ours, and nobody is led to its host', async () => {
  const id = await conversationWithPicture('jacket')
  expect(await wishesOf(id)).toBe(1)
  const before = await team.conversation(id)
  expect(before.member.profilePic).toBeUndefined()
  await fetchPortrait(team.ctx, tools, { conversationId: id }, false)

  const { member, feed } = await team.conversation(id)
  expect(feed, 'open screens are told').toBeGreaterThan(before.feed)
  expect(member.profilePic).toMatch(new RegExp(`^/api/members/${member.id}/picture\\?v=\\w{12}$`))
  const parts = { ctx: team.ctx, media: tools }
  const served = await servePortrait(parts, new Request('http://inbox.example/'), member.id)
  expect(served.headers.get('content-type')).toBe('image/webp')
  expect(
    Buffer.from(await served.arrayBuffer())
      .subarray(8, 12)
      .toString(),
  ).toBe('WEBP')

  await team.ctx.sql`delete from graphile_worker._private_jobs`
  await refreshMember(team.ctx, { conversationId: id })
  expect(await wishesOf(id)).toBe(0)
  await fetchPortrait(team.ctx, tools, { conversationId: id }, false)
  expect(await portraitsIn(id)).toBe(1)
})

test.each([
  ['private', /private address/],
  ['endless', /larger than 8 MB/],
])(
  'a picture that means harm (%s) leaves the initials, with the reason in the log',
  async (name, reason) => {
    const id = await conversationWithPicture(name)
    await fetchPortrait(team.ctx, tools, { conversationId: id }, true)
    expect((await team.conversation(id)).member.profilePic).toBeUndefined()
    const [event] = await team.ctx.sql<{ body: Uint8Array }[]>`
    select body from events where kind = 'member.portrait' and conversation_id = ${id}`
    const { reason: why } = JSON.parse(Buffer.from(event?.body ?? '').toString())
    expect(english.say(why)).toMatch(reason)
    // Under the same address it would end the same way.
    await refreshMember(team.ctx, { conversationId: id })
    await fetchPortrait(team.ctx, tools, { conversationId: id }, true)
    expect(await portraitsIn(id)).toBe(1)
  },
)

test('a host that is away for a while is asked again', async () => {
  const id = await conversationWithPicture('missing')
  await team.ctx.sql`update members set profile_pic = 'http://127.0.0.1:1/roy.jpg'
    where id = (select member_id from conversations where id = ${id})`
  await expect(fetchPortrait(team.ctx, tools, { conversationId: id }, false)).rejects.toThrow(
    /couldn’t be fetched/,
  )
  expect(await portraitsIn(id)).toBe(0)
})

async function conversationWithPicture(picture: string): Promise<string> {
  const member = `8529${Math.floor(Math.random() * 1e7)}`
  const message = { channel: team.stellaId, member, name: 'Mei', picture, text: 'Hello' }
  await team.control('POST', '/say', message)
  await team.settle()
  const [row] = await team.ctx.sql<{ id: string }[]>`
    select c.id from conversations c join members m on m.id = c.member_id
    where m.external_id = ${member}`
  const id = row?.id ?? ''
  await refreshMember(team.ctx, { conversationId: id })
  return id
}

async function wishesOf(id: string): Promise<number> {
  const rows = await team.ctx.sql`
    select 1 from graphile_worker.jobs where key = ${`fetch-portrait:${id}`}`
  return rows.length
}

async function portraitsIn(id: string): Promise<number> {
  const rows = await team.ctx.sql`
    select 1 from events where kind = 'member.portrait' and conversation_id = ${id}`
  return rows.length
}
