import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { listConversations } from '@/lib/db/conversation/conversations'
import { readCounters } from '@/lib/db/conversation/counters'
import { findAgentByEmail, findViewer } from '@/lib/db/people/agents'
import { toCounts } from '@/lib/domain/conversation/counters'
import { DEFAULT_AGENT_SETTINGS } from '@/lib/domain/people/agent-settings'
import type { Viewer } from '@/lib/domain/people/viewer'
import { assertSees } from '@/lib/http/assert-sees'
import { testInbox } from '@/lib/log/testing'
import { isPassword } from '@/lib/password'
import { addAgent } from './add-agent'
import { changeAgent, signOutAgent } from './change-agent'
import { changePassword, removeAvatar, renameMyself, setAvatar } from './change-profile'
import { inviteAgent, withdrawInvite } from './invite-agent'
import { toTokenHash } from './link-token'
import { listInvites, listPeople } from './list-people'
import { makePasswordLink } from './password-link'
import { describeLink, spendAgentLink } from './spend-link'

const inbox = testInbox()
const ADMIN = { role: 'admin' } as const
let admin: string

beforeAll(async () => {
  admin = await someone('Ada', 'admin')
})

test('an invite makes one account, once, as the role and on the channels it was made for', async () => {
  const { ctx } = inbox
  const channel = await inbox.channel()
  const link = await inviteAgent(ctx, admin, {
    email: 'new@example.com',
    role: 'agent',
    channelIds: [channel.id],
  })
  expect(await describeLink(ctx, link.token)).toEqual({
    purpose: 'invite',
    email: 'new@example.com',
  })
  expect((await listInvites(ctx, ADMIN)).items.map(({ email }) => email)).toContain(
    'new@example.com',
  )

  const spend = () =>
    spendAgentLink(ctx, { token: link.token, name: 'Neo', password: 'a long password' })
  const both = await Promise.allSettled([spend(), spend()])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(spend()).rejects.toThrow(/no longer works/)

  const found = (await listPeople(ctx, ADMIN)).items.find(
    ({ email }) => email === 'new@example.com',
  )
  expect(found).toMatchObject({ name: 'Neo', role: 'agent', channelIds: [channel.id] })
  expect((await listInvites(ctx, ADMIN)).items).toEqual([])
})

test('only the hash of a link is kept, in the tables and in the log', async () => {
  const { ctx } = inbox
  const { token } = await inviteAgent(ctx, admin, invite('hash@example.com'))
  const [kept] = await ctx.sql`select * from agent_links where email = 'hash@example.com'`
  expect(kept?.tokenSha256).toBe(toTokenHash(token))
  const events = await ctx.sql<{ body: Uint8Array }[]>`select body from events`
  const log = events.map(({ body }) => Buffer.from(body).toString('utf8')).join()
  expect(log).not.toContain(token)
  expect(log).not.toContain(toTokenHash(token))
})

test('a link that is withdrawn, replaced or too old is worth nothing', async () => {
  const { ctx } = inbox
  const spend = (token: string) =>
    spendAgentLink(ctx, { token, name: 'Late', password: 'a long password' })
  const withdrawn = await inviteAgent(ctx, admin, invite('late@example.com'))
  await withdrawInvite(ctx, admin, withdrawn.id)
  await expect(withdrawInvite(ctx, admin, withdrawn.id)).rejects.toThrow(/no longer open/)
  const replaced = await inviteAgent(ctx, admin, invite('late@example.com'))
  const old = await inviteAgent(ctx, admin, invite('late@example.com'))
  await ctx.sql`update agent_links set expires_at = now() where id = ${old.id}`
  for (const { token } of [withdrawn, replaced, old]) {
    expect(await describeLink(ctx, token)).toBeUndefined()
    await expect(spend(token)).rejects.toThrow(/no longer works/)
  }
  await expect(spend('nonsense')).rejects.toThrow(/no longer works/)
  expect(await findAgentByEmail(ctx.sql, 'late@example.com')).toBeUndefined()
})

test('nobody is invited twice, and a channel that is not ours is refused', async () => {
  const { ctx } = inbox
  await someone('Twice', 'agent')
  await expect(inviteAgent(ctx, admin, invite('TWICE@example.com'))).rejects.toThrow(/already/)
  const nowhere = { ...invite('x@example.com'), channelIds: [randomUUID()] }
  await expect(inviteAgent(ctx, admin, nowhere)).rejects.toThrow(/doesn’t exist here/)
})

test('there is always an admin who can sign in, also when two are demoted at once', async () => {
  const { ctx } = inbox
  await expect(changeAgent(ctx, admin, admin, to('agent'))).rejects.toThrow(/last admin/)
  await expect(changeAgent(ctx, admin, admin, to('admin', true))).rejects.toThrow(/last admin/)
  const other = await someone('Otto', 'admin')
  await expect(changeAgent(ctx, other, other, to('admin', true))).rejects.toThrow(
    /your own account/,
  )
  const both = await Promise.allSettled([
    changeAgent(ctx, admin, other, to('agent')),
    changeAgent(ctx, other, admin, to('agent')),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  // Whoever was demoted is an admin again for the tests that follow.
  await ctx.sql`update agents set role = 'admin' where id = ${admin}`
})

test('a disabled person is signed out at once and can’t come back; enabled again, they can', async () => {
  const { ctx } = inbox
  const id = await someone('Dora', 'agent')
  const session = await signIn(id)
  expect(await findViewer(ctx.sql, session)).toMatchObject({ name: 'Dora' })
  await changeAgent(ctx, admin, id, to('agent', true))
  expect(await findViewer(ctx.sql, session)).toBeUndefined()
  await expect(makePasswordLink(ctx, admin, id)).rejects.toThrow(/disabled/)
  await changeAgent(ctx, admin, id, to('agent'))
  expect(await findViewer(ctx.sql, session)).toBeUndefined()
  expect(await findViewer(ctx.sql, await signIn(id))).toMatchObject({ name: 'Dora' })
})

test('signing out everywhere ends every sign-in, or every one but mine', async () => {
  const { ctx } = inbox
  const id = await someone('Sid', 'agent')
  const [mine] = [await signIn(id), await signIn(id), await signIn(id)]
  expect(await signOutAgent(ctx, id, id, mine)).toEqual({ ended: 2 })
  expect(await findViewer(ctx.sql, mine)).toBeDefined()
  expect(await signOutAgent(ctx, admin, id)).toEqual({ ended: 1 })
  expect(await findViewer(ctx.sql, mine)).toBeUndefined()
  await expect(signOutAgent(ctx, admin, randomUUID())).rejects.toThrow(/no such person/)
})

test('a password link sets the password once and ends all sign-ins', async () => {
  const { ctx } = inbox
  const id = await someone('Pia', 'agent')
  const session = await signIn(id)
  const first = await makePasswordLink(ctx, admin, id)
  const second = await makePasswordLink(ctx, admin, id)
  const choose = (token: string) => spendAgentLink(ctx, { token, password: 'brand new words' })
  await expect(choose(first.token)).rejects.toThrow(/no longer works/)
  expect(await choose(second.token)).toEqual({ email: 'pia@example.com', agentId: id })
  expect(await findViewer(ctx.sql, session)).toBeUndefined()
  const person = await findAgentByEmail(ctx.sql, 'pia@example.com')
  expect(await isPassword('brand new words', person?.passwordHash)).toBe(true)
  await expect(choose(second.token)).rejects.toThrow(/no longer works/)
})

test('one’s own password changes only with the old one, and other browsers are signed out', async () => {
  const { ctx } = inbox
  const id = await someone('Uma', 'agent')
  const [here, there] = [await signIn(id), await signIn(id)]
  const change = (current: string) =>
    changePassword(ctx, viewerOf(id, 'agent'), here, { current, password: 'words anew here' })
  await expect(change('not it at all')).rejects.toThrow(/current password is wrong/)
  expect(await change('long enough')).toEqual({ ended: 1 })
  expect(await findViewer(ctx.sql, here)).toBeDefined()
  expect(await findViewer(ctx.sql, there)).toBeUndefined()
})

test('a name and a picture can be changed, and only a picture is a picture', async () => {
  const { ctx } = inbox
  const id = await someone('Vera', 'agent')
  const me = viewerOf(id, 'agent')
  const session = await signIn(id)
  await renameMyself(ctx, me, 'Vera Vogel')
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9"/></svg>'
  for (const none of ['<svg onload=alert(1)>', drawing, '%PDF-1.4', ''])
    await expect(setAvatar(ctx, me, Buffer.from(none))).rejects.toThrow(/picture/)
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  await setAvatar(ctx, me, png)
  const [kept] =
    await ctx.sql`select length(bytes) as size from agent_avatars where agent_id = ${id}`
  expect(kept?.size).toBeLessThan(64 * 1024)
  expect(await findViewer(ctx.sql, session)).toMatchObject({
    name: 'Vera Vogel',
    avatarUrl: expect.stringContaining(`/api/agents/${id}/avatar?v=`),
  })
  await removeAvatar(ctx, me)
  expect((await findViewer(ctx.sql, session))?.avatarUrl).toBeUndefined()
})

test('who is kept to a channel reads the ids of no other: of colleagues and invites they read how many', async () => {
  const { ctx } = inbox
  const [mine, other] = [await inbox.channel(), await inbox.channel()]
  const both = [mine.id, other.id]
  await inviteAgent(ctx, admin, { ...invite('both@example.com'), channelIds: both })
  const joined = await inviteAgent(ctx, admin, {
    ...invite('joined@example.com'),
    channelIds: [other.id],
  })
  await spendAgentLink(ctx, { token: joined.token, name: 'Jo', password: 'a long password' })
  const kept = { role: 'supervisor' as const, channelIds: [mine.id] }
  const [people, invites] = [await listPeople(ctx, kept), await listInvites(ctx, kept)]
  expect(people.channels.map(({ id }) => id)).toEqual([mine.id])
  expect(JSON.stringify([people, invites])).not.toContain(other.id)
  expect(people.items.find(({ name }) => name === 'Jo')).toMatchObject({
    channelIds: [],
    otherChannels: 1,
  })
  expect(invites.items.find(({ email }) => email === 'both@example.com')).toMatchObject({
    channelIds: [mine.id],
    otherChannels: 1,
  })
  expect(
    (await listPeople(ctx, ADMIN)).items.find(({ name }) => name === 'Jo')?.channelIds,
  ).toEqual([other.id])
})

test('who is kept to a channel meets no other in lists, counts, searches and addresses', async () => {
  const { ctx } = inbox
  const [mine, other] = [
    await inbox.channel('whatsapp', '85211111111'),
    await inbox.channel('whatsapp', '85222222222'),
  ]
  await inbox.receive(mine.id, messageFrom('85261110001', '85211111111', 'apples here'))
  await inbox.receive(other.id, messageFrom('85261110002', '85222222222', 'apples there'))
  const kept = { ...viewerOf(randomUUID(), 'agent'), channelIds: [mine.id] }
  const list = (q?: string) =>
    listConversations(ctx.sql, { view: 'all', viewerId: kept.id, seenChannels: [mine.id], q })
  for (const q of [undefined, 'apples', '8526111']) {
    const { items } = await list(q)
    expect(
      items.map(({ channelId }) => channelId),
      q,
    ).toEqual([mine.id])
  }
  expect(toCounts(await readCounters(ctx.sql, kept.id, [mine.id])).all).toBe(1)
  expect(toCounts(await readCounters(ctx.sql, kept.id, [])).all).toBe(0)

  const conversations = await ctx.sql<{ id: string; channelId: string }[]>`
    select id, channel_id from conversations where channel_id in (${mine.id}, ${other.id})`
  for (const { id, channelId } of conversations) {
    const look = (who: Viewer) => assertSees(ctx.sql, who, `/api/conversations/${id}/messages`)
    if (channelId === mine.id) await look(kept)
    else await expect(look(kept)).rejects.toThrow(/don’t have access to/)
    // Written otherwise, it is the same address.
    const written = `/api/conversations/%${id.charCodeAt(0).toString(16)}${id.slice(1)}/messages`
    if (channelId !== mine.id)
      await expect(assertSees(ctx.sql, kept, written)).rejects.toThrow(/don’t have access to/)
    await look({ ...kept, role: 'admin' })
    await look({ ...kept, channelIds: undefined })
  }
  const fileId = randomUUID()
  await ctx.sql`
    insert into media (id, conversation_id, message_id, channel_id, kind, state)
    select ${fileId}, conversation_id, id, channel_id, 'image', 'waiting'
    from messages where channel_id = ${other.id}`
  for (const part of ['', '/thumbnail'])
    await expect(assertSees(ctx.sql, kept, `/api/media/${fileId}${part}`)).rejects.toThrow(
      /don’t have access to/,
    )
})

test('every act on people is in the log, with who did it', async () => {
  const { ctx } = inbox
  const id = await someone('Log', 'agent')
  const channel = await inbox.channel('web', 'site')
  await changeAgent(ctx, admin, id, {
    role: 'supervisor',
    channelIds: [channel.id],
    disabled: true,
  })
  const rows = await ctx.sql<{ kind: string; agentId: string | null; body: Uint8Array }[]>`
    select kind, agent_id, body from events
    where kind like 'agent.%' and convert_from(body, 'UTF8')::jsonb->>'agentId' = ${id} order by id`
  expect(rows.map(({ kind }) => kind)).toEqual([
    'agent.added',
    'agent.role-set',
    'agent.access-set',
    'agent.disabled',
  ])
  expect(new Set(rows.slice(1).map(({ agentId }) => agentId))).toEqual(new Set([admin]))
  const again = { role: 'supervisor' as const, channelIds: [channel.id], disabled: true }
  await changeAgent(ctx, admin, id, again)
  const [after] = await ctx.sql`
    select count(*) as count from events where kind like 'agent.%'
      and convert_from(body, 'UTF8')::jsonb->>'agentId' = ${id}`
  expect(after?.count).toBe(4)
})

async function someone(name: string, role: Viewer['role']): Promise<string> {
  const email = `${name.toLowerCase()}@example.com`
  return (await addAgent(inbox.ctx, { email, name, role, password: 'long enough' })).id
}

async function signIn(agentId: string): Promise<string> {
  const id = randomUUID()
  await inbox.ctx.sql`insert into sessions (id, agent_id, expires_at)
    values (${id}, ${agentId}, now() + interval '1 hour')`
  return id
}

function viewerOf(id: string, role: Viewer['role']): Viewer {
  return { id, name: 'X', email: 'x@example.com', role, settings: DEFAULT_AGENT_SETTINGS }
}

function invite(email: string) {
  return { email, role: 'agent', channelIds: null } as const
}

function to(role: Viewer['role'], disabled = false) {
  return { role, channelIds: null, disabled }
}

function messageFrom(from: string, to: string, text: string) {
  return { from, to, timestamp: String(1_700_000_000), type: 'TEXT', data: { text } }
}
