import { expect, test } from 'vitest'
import { auditSchema, readAudit } from '@/lib/admin/log/audit'
import { setTags } from '@/lib/admin/workspace/set-tags'
import { listConversations } from '@/lib/db/conversation/conversations'
import type { WorkspaceTag } from '@/lib/domain/workspace/workspace-tag'
import { checkRebuild } from '@/lib/log/rebuild'
import { toConversationView } from '@/lib/view/conversation-view'
import { testTeam } from '../testing'
import { tagConversation } from './tag-conversation'

const team = testTeam()

test('a tag of the workspace is put on, found by, told in the thread, and taken off again', async () => {
  await workspaceHas('VIP', 'Refund')
  const { id } = await team.newConversation()
  await team.newConversation()
  const tagged = await change(id, { add: ['vip', 'Refund'] })
  expect(tagged.tags).toEqual(['VIP', 'Refund'])
  expect(await idsTagged('VIP')).toEqual([id])
  expect(await idsTagged('Nothing like it')).toEqual([])
  expect((await change(id, { remove: ['VIP'] })).tags).toEqual(['Refund'])
  expect(await idsTagged('VIP')).toEqual([])
  const { activities } = await team.thread(id)
  expect(activities.map(({ kind, detail, agent }) => [kind, detail, agent?.name])).toEqual([
    ['tagged', 'VIP, Refund', 'Ana'],
    ['untagged', 'VIP', 'Ana'],
  ])
})

test('what changes nothing leaves no trace, and what the workspace doesn’t have is refused in words', async () => {
  await workspaceHas('VIP')
  const { id } = await team.newConversation()
  const { feed } = await change(id, { add: ['VIP'] })
  expect((await change(id, { add: ['VIP'], remove: ['Other'] })).feed).toBe(feed)
  await expect(change(id, { add: ['Nope'] })).rejects.toThrow(/There is no tag “Nope”/)
  const nowhere = crypto.randomUUID()
  await expect(change(nowhere, { add: ['VIP'] })).rejects.toThrow(/no such conversation/)
})

test('a tag that left the list stays on old conversations until somebody takes it off', async () => {
  await workspaceHas('Summer')
  const { id } = await team.newConversation()
  await change(id, { add: ['Summer'] })
  await workspaceHas('Winter')
  expect((await team.conversation(id)).tags).toEqual(['Summer'])
  expect(await idsTagged('Summer')).toEqual([id])
  expect((await change(id, { add: ['Winter'], remove: ['summer'] })).tags).toEqual(['Winter'])
})

test('two people who tag the same conversation at once lose nothing of each other’s', async () => {
  const names = Array.from({ length: 10 }, (_, index) => `Tag ${index}`)
  await workspaceHas(...names)
  const { id } = await team.newConversation()
  await Promise.all(
    names.map((name, index) => change(id, { add: [name] }, index % 2 ? 'Ana' : 'Ben')),
  )
  expect([...(await team.conversation(id)).tags].sort()).toEqual(names)
})

test('more than twenty are refused', async () => {
  const names = Array.from({ length: 21 }, (_, index) => `Tag ${index}`)
  await workspaceHas(...names)
  const { id } = await team.newConversation()
  await change(id, { add: names.slice(0, 20) })
  await expect(change(id, { add: names.slice(20) })).rejects.toThrow(/can have 20 tags/)
})

test('the audit says who tagged what', async () => {
  await workspaceHas('VIP', 'Late')
  const { id } = await team.newConversation()
  await change(id, { add: ['Late'] })
  await change(id, { add: ['VIP'], remove: ['Late'] })
  const { items } = await readAudit(
    team.ctx,
    team.agent('Ana'),
    auditSchema.parse({ what: 'conversations' }),
  )
  expect(items[0]).toMatchObject({
    who: { name: 'Ana' },
    words: { key: 'audit.conversation.retagged' },
    conversation: { id },
  })
})

test('a rebuild from the log gives the same', async () => {
  const check = await checkRebuild(team.ctx.write)
  expect(check.tables.filter((table) => !table.same)).toEqual([])
})

async function workspaceHas(...names: string[]) {
  const tags: WorkspaceTag[] = names.map((name) => ({ name, color: 'slate', description: '' }))
  await setTags(team.ctx, team.agent('Ana').id, tags)
}

async function change(id: string, asked: { add?: string[]; remove?: string[] }, name = 'Ana') {
  const whole = { add: [], remove: [], ...asked }
  return toConversationView(await tagConversation(team.ctx, team.agent(name), id, whole))
}

async function idsTagged(tag: string) {
  const filter = { view: 'all', viewerId: team.agent('Ana').id, tag } as const
  return (await listConversations(team.ctx.sql, filter)).items.map(({ id }) => id)
}
