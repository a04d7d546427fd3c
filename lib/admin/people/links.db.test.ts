import { beforeEach, expect, test } from 'vitest'
import { findAgentByEmail } from '@/lib/db/people/agents'
import { DEFAULT_AGENT_SETTINGS } from '@/lib/domain/people/agent-settings'
import type { Role } from '@/lib/domain/people/role'
import { testInbox } from '@/lib/log/testing'
import { addAgent } from './add-agent'
import { changeAgent, signOutAgent } from './change-agent'
import { changePassword } from './change-profile'
import { inviteAgent } from './invite-agent'
import { listInvites } from './list-people'
import { makePasswordLink } from './password-link'
import { describeLink, spendAgentLink } from './spend-link'

const inbox = testInbox()
const DEAD = /no longer works/
let count = 0
let admin: string
let maker: string

beforeEach(async () => {
  admin = await someone('admin')
  maker = await someone('admin')
})

test.each([
  ['demoted to supervisor', { role: 'supervisor', disabled: false }],
  ['demoted to agent', { role: 'agent', disabled: false }],
  ['disabled', { role: 'admin', disabled: true }],
] as const)(
  'links of an admin who was %s let nobody in, nor do they come back to life',
  async (_, change) => {
    const { ctx } = inbox
    const email = nextEmail()
    const invite = await inviteAgent(ctx, maker, { email, role: 'admin', channelIds: null })
    const password = await makePasswordLink(ctx, maker, await someone('agent'))
    const other = await makePasswordLink(ctx, admin, await someone('agent'))
    await changeAgent(ctx, admin, maker, { ...change, channelIds: null })
    for (const again of ['demoted', 'admin again']) {
      for (const { token } of [invite, password]) {
        expect(await describeLink(ctx, token), again).toBeUndefined()
        await expect(spend(token)).rejects.toThrow(DEAD)
      }
      expect(
        (await listInvites(ctx, { role: 'admin' })).items.map((item) => item.email),
      ).not.toContain(email)
      await changeAgent(ctx, admin, maker, to('admin'))
    }
    expect(await findAgentByEmail(ctx.sql, email)).toBeUndefined()
    expect(await kinds('agent.invite-withdrawn', invite.id)).toBe(1)
    // What others made is worth what it was.
    await spend(other.token)
  },
)

test('whoever lost their rights while a request of theirs was on its way changes nothing with it', async () => {
  const { ctx } = inbox
  const colleague = await someone('agent')
  await changeAgent(ctx, admin, maker, to('agent'))
  const invite = { email: nextEmail(), role: 'admin', channelIds: null } as const
  for (const late of [
    () => changeAgent(ctx, maker, maker, to('admin')),
    () => changeAgent(ctx, maker, colleague, to('admin')),
    () => inviteAgent(ctx, maker, invite),
    () => makePasswordLink(ctx, maker, colleague),
    () => signOutAgent(ctx, maker, colleague),
  ])
    await expect(late()).rejects.toThrow(/Only admins/)
  // A link that had slipped in would come back to life with its maker's rights.
  await changeAgent(ctx, admin, maker, to('admin'))
  const { items } = await listInvites(ctx, { role: 'admin' })
  expect(items.map((item) => item.email)).not.toContain(invite.email)
})

test('the maker is judged when the link is spent, however they lost their rights', async () => {
  const { ctx } = inbox
  const invite = await inviteAgent(ctx, maker, {
    email: nextEmail(),
    role: 'admin',
    channelIds: null,
  })
  await ctx.sql`update agents set role = 'agent' where id = ${maker}`
  expect(await describeLink(ctx, invite.token)).toBeUndefined()
  await expect(spend(invite.token)).rejects.toThrow(DEAD)
})

test('a change that leaves an admin an admin leaves their links', async () => {
  const { ctx } = inbox
  const { token } = await inviteAgent(ctx, maker, {
    email: nextEmail(),
    role: 'agent',
    channelIds: null,
  })
  const channel = await inbox.channel('web', `site-${count}`)
  await changeAgent(ctx, admin, maker, { ...to('admin'), channelIds: [channel.id] })
  await spend(token)
})

test('a link to choose a password ends when the password is changed otherwise', async () => {
  const { ctx } = inbox
  const id = await someone('agent')
  const viewer = {
    id,
    role: 'agent' as const,
    name: 'X',
    email: 'x@example.com',
    settings: DEFAULT_AGENT_SETTINGS,
  }
  const { token } = await makePasswordLink(ctx, admin, id)
  const session = '00000000-0000-4000-8000-000000000000'
  await changePassword(ctx, viewer, session, { current: 'long enough', password: 'words anew' })
  await expect(spend(token)).rejects.toThrow(DEAD)
})

test.each([
  ['of another role', to('admin')],
  ['disabled', { ...to('agent'), disabled: true }],
])('a link to choose a password was not given to somebody who is %s', async (_, change) => {
  const { ctx } = inbox
  const id = await someone('agent')
  const { token } = await makePasswordLink(ctx, admin, id)
  await changeAgent(ctx, admin, id, change)
  await changeAgent(ctx, admin, id, { ...change, disabled: false })
  await expect(spend(token)).rejects.toThrow(DEAD)
})

test('with a new password, no place is known to the account any more', async () => {
  const { ctx } = inbox
  const id = await someone('agent')
  await ctx.sql`insert into known_addresses (agent_id, address) values (${id}, '192.0.2.1')`
  await ctx.sql`insert into known_devices (agent_id, device_sha256) values (${id}, 'x')`
  await spend((await makePasswordLink(ctx, admin, id)).token)
  for (const table of ['known_addresses', 'known_devices'])
    expect(await ctx.sql`select 1 from ${ctx.sql(table)} where agent_id = ${id}`).toEqual([])
})

async function someone(role: Role): Promise<string> {
  const given = { email: nextEmail(), name: `Nobody ${count}`, role, password: 'long enough' }
  return (await addAgent(inbox.ctx, given)).id
}

function spend(token: string) {
  return spendAgentLink(inbox.ctx, { token, name: 'New', password: 'a long password' })
}

function nextEmail(): string {
  count += 1
  return `person-${count}@example.com`
}

function to(role: Role) {
  return { role, channelIds: null, disabled: false }
}

async function kinds(kind: string, linkId: string): Promise<number> {
  const rows = await inbox.ctx.sql`
    select 1 from events
    where kind = ${kind} and convert_from(body, 'UTF8')::jsonb->>'linkId' = ${linkId}`
  return rows.length
}
