import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { findChannel } from '@/lib/db/channel/channels'
import { listConnections } from '@/lib/db/channel/connections'
import { reason } from '@/lib/i18n/reason'
import { testTeam } from '@/lib/inbox/testing'
import { checkRebuild } from '@/lib/log/rebuild'
import { tokenBinding } from '@/lib/vault'
import { addConnection } from './add-connection'
import { browseChannels } from './browse-channels'
import { changeChannel, connectAgain } from './change-channel'
import { reachConnection } from './reach-connection'
import { removeConnection } from './remove-connection'
import { examineSignature, labSchema } from './signature-lab'

const team = testTeam()
const admin = randomUUID()

const namesOf = async () => (await listConnections(team.ctx.sql)).map(({ name }) => name)
const connectionId = async () =>
  (await findChannel(team.ctx.sql, team.channelId))?.connectionId ?? ''
const other = () => addConnection(team.ctx, { name: 'Other app', accessToken: 'demo-access-token' })
const remove = (id: string, name: string) => removeConnection(team.ctx, admin, id, { name })

test('a connection without channels is removed once its name is typed, and its token is gone', async () => {
  const { id } = await other()
  await expect(remove(id, 'other app')).rejects.toMatchObject({
    code: 'invalid',
    reason: reason('connection.rule.typeThisName', { name: 'Other app' }),
  })
  expect(await namesOf()).toContain('Other app')
  const both = await Promise.allSettled([remove(id, 'Other app'), remove(id, 'Other app')])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await namesOf()).not.toContain('Other app')
  await expect(reachConnection(team.ctx, id)).rejects.toMatchObject({ code: 'not_found' })
  const [row] = await team.ctx.sql<{ accessToken: Uint8Array; tokenHint: string }[]>`
    select access_token, token_hint from connections where id = ${id}`
  expect(row?.tokenHint).toBe('')
  expect(row && team.ctx.vault.open(row.accessToken, tokenBinding(id))).toBe('')
  const recorded = await team.ctx.sql<{ agentId: string }[]>`
    select agent_id from events where kind = 'connection.removed'`
  expect(recorded).toEqual([{ agentId: admin }])
})

test('while a channel is connected it is refused in words; then history and address of the channel stay', async () => {
  const { id, member } = await team.newConversation('Kept for ever')
  const mine = await connectionId()
  await expect(remove(mine, 'Talk')).rejects.toMatchObject({
    code: 'conflict',
    reason: reason('connection.rule.stillUsed', { count: 1 }),
  })
  await connectAgain(team.ctx, admin, team.channelId, false)
  await remove(mine, 'Talk')

  await team.control('POST', '/say', { channel: team.stellaId, member, text: 'Still stored' })
  await team.settle()
  const { items } = await team.thread(id)
  const texts = items.map(({ text }) => text)
  expect(texts).toEqual(expect.arrayContaining(['Kept for ever', 'Still stored']))
  const [channel] = (await browseChannels(team.ctx)).items
  expect(channel?.connection.name).toEqual(reason('channel.rule.formerConnection'))
  await changeChannel(team.ctx, admin, team.channelId, { name: 'Shop', externalId: '85268227287' })
  const lab = labSchema.parse({ body: '{}', signature: 'nonsense' })
  expect((await examineSignature(team.ctx, team.channelId, lab)).accepted).toBe(false)
  await expect(team.reply(id, 'no')).rejects.toThrow(/disconnected/)
})

test('a channel of a removed connection connects again through another one, and not through the old', async () => {
  await expect(connectAgain(team.ctx, admin, team.channelId, true)).rejects.toMatchObject({
    code: 'conflict',
    reason: reason('channel.rule.connectionRemoved'),
  })
  await expect(team.reconnect()).rejects.toMatchObject({ code: 'not_found' })
  const { id } = await other()
  expect(await team.reconnect(id)).toMatchObject({ id: team.channelId })
  expect(await connectionId()).toBe(id)
  const check = await checkRebuild(team.ctx.sql)
  expect(check.tables.filter((table) => !table.same)).toEqual([])
})
