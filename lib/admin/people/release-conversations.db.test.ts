import { beforeAll, expect, test } from 'vitest'
import { listSpans } from '@/lib/db/owner/spans'
import { DEFAULT_AGENT_SETTINGS } from '@/lib/domain/people/agent-settings'
import type { Viewer } from '@/lib/domain/people/viewer'
import { reason } from '@/lib/i18n/reason'
import { setStatus } from '@/lib/inbox/conversation/set-status'
import { assign } from '@/lib/inbox/owner/assign'
import { setLiveChat } from '@/lib/inbox/owner/set-live-chat'
import { testTeam } from '@/lib/inbox/testing'
import { checkRebuild } from '@/lib/log/rebuild'
import { auditSchema, readAudit } from '../log/audit'
import { addAgent } from './add-agent'
import { changeAgent } from './change-agent'

const team = testTeam()
let ada: Viewer

beforeAll(async () => {
  const email = 'ada@example.com'
  const input = { email, name: 'Ada', role: 'admin' as const, password: 'long enough' }
  const { id } = await addAgent(team.ctx, input)
  ada = { id, name: 'Ada', email, role: 'admin', settings: DEFAULT_AGENT_SETTINGS }
})

type Change = Parameters<typeof changeAgent>[3]
const change = (name: string, what: Partial<Change>) =>
  changeAgent(team.ctx, ada.id, team.agent(name).id, {
    role: 'agent',
    channelIds: null,
    disabled: false,
    ...what,
  })

test('what somebody answers waits for another when they are disabled, with the reason; what is resolved stays so', async () => {
  const [open, resolved, others] = [
    await team.takenConversation('Ben'),
    await team.takenConversation('Ben'),
    await team.takenConversation('Ana'),
  ]
  await setStatus(team.ctx, team.agent('Ben'), resolved.id, { status: 'resolved' })
  await change('Ben', { disabled: true })
  const waiting = { owner: 'waiting', ownerWhy: 'agent-left', assignee: undefined, liveChat: true }
  expect(await team.conversation(open.id)).toMatchObject({ ...waiting, status: 'open' })
  expect(await team.conversation(resolved.id)).toMatchObject({ ...waiting, status: 'resolved' })
  expect(await team.conversation(others.id)).toMatchObject({ owner: 'agent' })
  const spans = await listSpans(team.ctx.sql, open.id, 10)
  expect(spans.at(-1)).toMatchObject({
    owner: 'waiting',
    why: 'agent-left',
    detail: 'disabled',
    byAgentId: ada.id,
    endedAt: null,
  })
  const { activities } = await team.thread(open.id)
  expect(activities.at(-1)).toMatchObject({ kind: 'released', agent: { name: 'Ben' } })
  const { items } = await readAudit(team.ctx, ada, auditSchema.parse({ what: 'people' }))
  expect(items[0]?.words).toEqual(reason('audit.people.released', { name: 'Ben', count: 2 }))
  await change('Ben', {})
  // Somebody else may take it, and nothing comes back by itself.
  await setLiveChat(team.ctx, team.agent('Ana'), open.id, { liveChat: true })
  expect(await team.conversation(resolved.id)).toMatchObject(waiting)
})

test('who loses a channel keeps nothing on it, and who keeps it keeps what they answer', async () => {
  const { id } = await team.takenConversation('Ben')
  await change('Ben', { channelIds: [team.channelId] })
  expect(await team.conversation(id)).toMatchObject({ owner: 'agent' })
  // An admin sees everything, whatever channels the account names; as an agent they count.
  await change('Ben', { role: 'admin', channelIds: [] })
  expect(await team.conversation(id)).toMatchObject({ owner: 'agent' })
  await change('Ben', { channelIds: [] })
  expect(await team.conversation(id)).toMatchObject({ owner: 'waiting', ownerWhy: 'agent-left' })
  const [span] = (await listSpans(team.ctx.sql, id, 10)).slice(-1)
  expect(span).toMatchObject({ detail: 'access' })
  await change('Ben', {})
})

test('nobody takes a conversation, or is given it, once they can’t answer it', async () => {
  const { id } = await team.newConversation()
  await change('Ben', { channelIds: [] })
  const words = /can no longer answer this channel/
  // The request was let in a moment before the change.
  await expect(setLiveChat(team.ctx, team.agent('Ben'), id, { liveChat: true })).rejects.toThrow(
    words,
  )
  expect((await team.conversation(id)).assignee).toBeUndefined()
  await expect(
    assign(team.ctx, team.agent('Ana'), id, { agentId: team.agent('Ben').id }),
  ).rejects.toThrow(/doesn’t answer this channel/)
  await change('Ben', {})
})

test('many conversations are released in one go, and a rebuild gives the same rows', async () => {
  for (let count = 0; count < 3; count += 1) await team.takenConversation('Ben')
  const [before] = await heldBy('Ben')
  expect(before?.count).toBeGreaterThanOrEqual(3)
  await change('Ben', { disabled: true })
  expect(await heldBy('Ben')).toMatchObject([{ count: 0 }])
  const check = await checkRebuild(team.ctx.sql)
  expect(check.tables.filter((table) => !table.same)).toEqual([])
})

function heldBy(name: string) {
  return team.ctx.sql<{ count: number }[]>`
    select count(*)::int as count from conversations where assignee_id = ${team.agent(name).id}`
}
