import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { findChannel } from '@/lib/db/channel/channels'
import { listConnections } from '@/lib/db/channel/connections'
import { testTalk } from '@/lib/inbox/testing'
import { checkRebuild } from '@/lib/log/rebuild'
import { tokenBinding } from '@/lib/vault'
import { addConnection } from './add-connection'
import { browseChannels } from './browse-channels'
import { changeChannel, connectAgain } from './change-channel'
import { reachConnection } from './reach-connection'
import { removeConnection } from './remove-connection'
import { examineSignature, labSchema } from './signature-lab'

const talk = testTalk()
const admin = randomUUID()

const namesOf = async () => (await listConnections(talk.ctx.sql)).map(({ name }) => name)
const connectionId = async () =>
  (await findChannel(talk.ctx.sql, talk.channelId))?.connectionId ?? ''
const other = () => addConnection(talk.ctx, { name: 'Other app', accessToken: 'demo-access-token' })
const remove = (id: string, name: string) => removeConnection(talk.ctx, admin, id, { name })

test('a connection without channels is removed once its name is typed, and its token is gone', async () => {
  const { id } = await other()
  await expect(remove(id, 'other app')).rejects.toMatchObject({
    code: 'invalid',
    message: 'Type “Other app” to remove this connection.',
  })
  expect(await namesOf()).toContain('Other app')
  const both = await Promise.allSettled([remove(id, 'Other app'), remove(id, 'Other app')])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await namesOf()).not.toContain('Other app')
  await expect(reachConnection(talk.ctx, id)).rejects.toMatchObject({ code: 'not_found' })
  const [row] = await talk.ctx.sql<{ accessToken: Uint8Array; tokenHint: string }[]>`
    select access_token, token_hint from connections where id = ${id}`
  expect(row?.tokenHint).toBe('')
  expect(row && talk.ctx.vault.open(row.accessToken, tokenBinding(id))).toBe('')
  const told = await talk.ctx.sql<{ agentId: string }[]>`
    select agent_id from events where kind = 'connection.removed'`
  expect(told).toEqual([{ agentId: admin }])
})

test('while a channel is connected it is refused in words; then history and address of the channel stay', async () => {
  const { id, member } = await talk.newTalk('Kept for ever')
  const mine = await connectionId()
  await expect(remove(mine, 'Talk')).rejects.toMatchObject({
    code: 'conflict',
    message: 'A channel is still connected through it. Disconnect it first.',
  })
  await connectAgain(talk.ctx, admin, talk.channelId, false)
  await remove(mine, 'Talk')

  await talk.control('POST', '/say', { channel: talk.stellaId, member, text: 'Still stored' })
  await talk.settle()
  const { items } = await talk.thread(id)
  const texts = items.map(({ text }) => text)
  expect(texts).toEqual(expect.arrayContaining(['Kept for ever', 'Still stored']))
  const [channel] = (await browseChannels(talk.ctx)).items
  expect(channel?.connection.name).toBe('A former connection')
  await changeChannel(talk.ctx, admin, talk.channelId, { name: 'Shop', externalId: '85268227287' })
  const lab = labSchema.parse({ body: '{}', signature: 'nonsense' })
  expect((await examineSignature(talk.ctx, talk.channelId, lab)).accepted).toBe(false)
  await expect(talk.reply(id, 'no')).rejects.toThrow(/disconnected/)
})

test('a channel of a removed connection connects again through another one, and not through the old', async () => {
  await expect(connectAgain(talk.ctx, admin, talk.channelId, true)).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('was removed'),
  })
  await expect(talk.reconnect()).rejects.toMatchObject({ code: 'not_found' })
  const { id } = await other()
  expect(await talk.reconnect(id)).toMatchObject({ id: talk.channelId })
  expect(await connectionId()).toBe(id)
  const check = await checkRebuild(talk.ctx.sql)
  expect(check.tables.filter((table) => !table.same)).toEqual([])
})
