import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { findChannel } from '@/lib/db/channel/channels'
import { listConnections } from '@/lib/db/channel/connections'
import { english } from '@/lib/i18n/catalogues'
import { schemaMessage } from '@/lib/i18n/reason'
import { SecretCache } from '@/lib/inbox/channel/signing-secrets'
import { receiveEvent } from '@/lib/inbox/log/receive-event'
import { setLiveChat } from '@/lib/inbox/owner/set-live-chat'
import { testTeam } from '@/lib/inbox/testing'
import { foldPending } from '@/lib/log/fold'
import { checkRebuild } from '@/lib/log/rebuild'
import { SECRET } from '@/lib/log/testing'
import { sign } from '@/lib/stella/signature/signature'
import { browseChannels, showChannel } from './browse-channels'
import { changeChannel, connectAgain, pauseChannel } from './change-channel'
import { changeConnection, connectionChangeSchema } from './change-connection'
import { checkConnection } from './check-connection'
import {
  createIntegration,
  createSchema,
  deleteIntegration,
  listIntegrations,
  replaceIntegration,
  replaceSchema,
} from './integrations'
import { addSecret, removeSecret } from './rotate-secret'
import { examineSignature, labSchema } from './signature-lab'

const team = testTeam()
const admin = randomUUID()

const connectionId = async () =>
  (await findChannel(team.ctx.sql, team.channelId))?.connectionId ?? ''

async function deliver(body: string, secret: string): Promise<string> {
  const bytes = Buffer.from(body)
  const headers = new Headers({ 'X-Stella-Signature': sign(secret, bytes) })
  // Another process, which has kept nothing yet.
  const receiver = { ...team.receiver, secrets: new SecretCache(team.ctx) }
  return receiveEvent(receiver, { channelId: team.channelId, bytes, headers }).then(
    () => 'accepted',
    (error) => error.code,
  )
}

const textsOf = async () =>
  (await team.inbox.thread(team.channelId)).map((line) => line.content.text)

const actsOf = async (kind: string) =>
  (
    await team.ctx.sql<{ agentId: string; body: Uint8Array }[]>`
      select agent_id, body from events where kind = ${kind} order by id`
  ).map(({ agentId, body }) => ({ agentId, ...JSON.parse(Buffer.from(body).toString()) }))

test('while a secret is rotated both are accepted, then only the new one; no answer tells either', async () => {
  const { slot } = await addSecret(team.ctx, admin, team.channelId, 'the new channel secret')
  expect(slot).toBe(2)
  expect(await deliver('{"a":1}', SECRET)).toBe('accepted')
  expect(await deliver('{"a":2}', 'the new channel secret')).toBe('accepted')
  const shown = await showChannel(team.ctx, team.channelId)
  expect(shown.secrets.map((each) => [each.slot, each.hint])).toEqual([
    [1, SECRET.slice(-4)],
    [2, 'cret'],
  ])
  expect(JSON.stringify(shown)).not.toContain('new channel secret')

  await expect(addSecret(team.ctx, admin, team.channelId, 'a third')).rejects.toThrow(/Remove the/)
  await removeSecret(team.ctx, admin, team.channelId, 1)
  expect(await deliver('{"a":3}', SECRET)).toBe('unauthenticated')
  expect(await deliver('{"a":4}', 'the new channel secret')).toBe('accepted')
  await expect(removeSecret(team.ctx, admin, team.channelId, 2)).rejects.toThrow(/only secret/)
  await expect(removeSecret(team.ctx, admin, team.channelId, 7)).rejects.toThrow(/no such/)

  expect((await addSecret(team.ctx, admin, team.channelId, SECRET)).slot).toBe(1)
  await expect(addSecret(team.ctx, admin, team.channelId, SECRET)).rejects.toThrow(/already active/)
  await removeSecret(team.ctx, admin, team.channelId, 2)
  expect(await actsOf('channel.secret-removed')).toMatchObject([
    { agentId: admin, slot: 1 },
    { agentId: admin, slot: 2 },
  ])
})

test('a paused channel takes deliveries and sends nothing; resumed it sends again', async () => {
  const { id, member } = await team.takenConversation()
  await team.reply(id, 'queued before the pause')
  await pauseChannel(team.ctx, admin, team.channelId, true)
  await pauseChannel(team.ctx, admin, team.channelId, true)
  expect(await actsOf('channel.paused')).toHaveLength(1)
  await expect(team.reply(id, 'too late')).rejects.toThrow(/paused this channel/)
  await team.runOutbox(id)
  expect(await team.phone(member)).toEqual([])
  await team.control('POST', '/say', { channel: team.stellaId, member, text: 'Still there?' })
  await team.settle()
  expect(await textsOf()).toContain('Still there?')
  expect((await team.conversation(id)).channel.paused).toBe(true)

  await pauseChannel(team.ctx, admin, team.channelId, false)
  await team.reply(id, 'back again')
  await team.runOutbox(id)
  expect(await team.phone(member)).toEqual(['back again'])
})

test('a channel that an admin disconnected keeps its history and address, and connects again by one click', async () => {
  const { id, member } = await team.takenConversation()
  await connectAgain(team.ctx, admin, team.channelId, false)
  await expect(team.reply(id, 'no')).rejects.toThrow(/disconnected/)
  await expect(setLiveChat(team.ctx, team.agent('Ana'), id, { liveChat: false })).rejects.toThrow(
    /disconnected/,
  )
  await team.control('POST', '/say', { channel: team.stellaId, member, text: 'Kept' })
  await team.settle()
  expect(await textsOf()).toContain('Kept')
  await connectAgain(team.ctx, admin, team.channelId, true)
  await team.reply(id, 'yes')
  await team.runOutbox(id)
  expect(await team.phone(member)).toEqual(['yes'])
})

test('a changed dialect is read from that event on, in a rebuild too', async () => {
  const id = await connectionId()
  const [before] = (await listConnections(team.ctx.sql)).filter((each) => each.id === id)
  if (!before) throw new Error('The connection is gone.')
  const fields = connectionChangeSchema.parse(before)
  const sent = (messageId: string) =>
    JSON.stringify({
      from: '85268227287',
      to: '85260903521',
      timestamp: 1_700_000_000_000,
      type: 'SENT',
      messageId,
      data: { messageId },
      eventType: 'INBOUND',
    })
  await deliver(sent('before'), SECRET)
  await foldPending(team.ctx.sql)
  await changeConnection(team.ctx, admin, id, { ...fields, dialect: 'woztell' })
  await deliver(sent('after'), SECRET)
  await foldPending(team.ctx.sql)
  await changeChannel(team.ctx, admin, team.channelId, { name: 'Shop', externalId: '85268227287' })
  const receipts = await team.ctx.sql`
    select platform_message_id from receipts where platform_message_id in ('before', 'after')`
  expect(receipts).toEqual([{ platformMessageId: 'after' }])
  const check = await checkRebuild(team.ctx.sql)
  expect(check.tables.filter((table) => !table.same)).toEqual([])
  await changeConnection(team.ctx, admin, id, fields)
  expect(await actsOf('connection.changed')).toMatchObject([
    { agentId: admin, changed: ['dialect'] },
    { agentId: admin, changed: ['dialect'] },
  ])
})

test('a new token replaces the old one, shows its last four characters only, and is what is sent', async () => {
  const id = await connectionId()
  const [before] = (await listConnections(team.ctx.sql)).filter((each) => each.id === id)
  if (!before) throw new Error('The connection is gone.')
  const fields = connectionChangeSchema.parse(before)
  const { token } = await team.control('POST', '/tokens', { scopes: ['member:read'] })
  await changeConnection(team.ctx, admin, id, { ...fields, accessToken: token })
  const { items } = await checkConnection(team.ctx, admin, id)
  expect(items.find((probe) => probe.scope === 'member:read')?.state).toBe('answers')
  expect(items.find((probe) => probe.scope === 'bot:sendResponses')?.state).toBe('no-scope')
  await expect(listIntegrations(team.ctx, id)).rejects.toThrow(/lacks the scope integration:read/)
  await changeConnection(team.ctx, admin, id, { ...fields, accessToken: 'demo-access-token' })
  const healthy = await checkConnection(team.ctx, admin, id)
  expect(new Set(healthy.items.map((probe) => probe.state))).toEqual(
    new Set(['answers', 'unchecked']),
  )
  const textOf = (id: string) =>
    english.say(healthy.items.find((probe) => probe.id === id)?.text ?? '')
  expect(textOf('arrayKey')).toMatch(/^Can’t tell .* uses response\./)
  expect(textOf('signature')).toMatch(
    /^The last accepted delivery, .* signed in X-Stella-Signature\./,
  )
  const shown = JSON.stringify([await listConnections(team.ctx.sql), healthy])
  expect(shown).not.toContain('demo-access-token')
  expect(shown).toContain('"tokenHint":"oken"')
  const { requests } = await team.control('GET', '/requests?since=0')
  expect(
    requests.some(
      (each: { method: string; path: string }) =>
        each.method === 'PUT' && each.path.endsWith('/integration'),
    ),
  ).toBe(false)
})

test('an address on another host, or one that is not public, is not saved with the stored token', async () => {
  const id = await connectionId()
  const [before] = (await listConnections(team.ctx.sql)).filter((each) => each.id === id)
  if (!before) throw new Error('The connection is gone.')
  const fields = connectionChangeSchema.parse(before)
  const changed = { ...fields, botUrl: 'https://elsewhere.example.com' }
  await expect(changeConnection(team.ctx, admin, id, changed)).rejects.toThrow(
    /Enter the access token again.* sent to https:\/\/elsewhere\.example\.com/,
  )
  const strict = { ...team.ctx, allowPrivate: false }
  for (const botUrl of ['http://elsewhere.example.com', 'https://10.0.0.1'])
    await expect(
      changeConnection(strict, admin, id, { ...fields, botUrl, accessToken: 'typed' }),
    ).rejects.toThrow(/must start with https|must be public/)
  const [after] = (await listConnections(team.ctx.sql)).filter((each) => each.id === id)
  expect(after).toEqual(before)

  const secret = { name: 'Desk', apiUrl: 'https://desk.example.com', apiKey: 'desk-secret-8801' }
  const made = await createIntegration(team.ctx, admin, id, createSchema.parse({ fields: secret }))
  const moved = replaceSchema.parse({ set: { apiUrl: 'https://elsewhere.example.com' } })
  await expect(replaceIntegration(team.ctx, admin, id, made.id, moved)).rejects.toThrow(
    /Enter these credentials again.*apiKey/,
  )
  await deleteIntegration(team.ctx, admin, id, made.id)
})

test('integrations are made, listed with masked credentials, changed and deleted at Stella', async () => {
  const id = await connectionId()
  const fields = { name: 'Zendesk', accessToken: 'zd-secret-token-8800', enabled: true }
  const made = await createIntegration(team.ctx, admin, id, createSchema.parse({ fields }))
  expect(made.fields).toEqual({ name: 'Zendesk', accessToken: '••••8800', enabled: true })
  const listed = await listIntegrations(team.ctx, id)
  expect(listed).toMatchObject({ items: [made], method: 'GET', nextCursor: null })

  const change = replaceSchema.parse({ set: { name: 'Zendesk 2' }, remove: ['enabled'] })
  const changed = await replaceIntegration(team.ctx, admin, id, made.id, change)
  expect(changed.id).not.toBe(made.id)
  const { items } = await listIntegrations(team.ctx, id)
  expect(items).toEqual([
    { id: changed.id, fields: { name: 'Zendesk 2', accessToken: '••••8800' } },
  ])
  await deleteIntegration(team.ctx, admin, id, changed.id)
  await expect(deleteIntegration(team.ctx, admin, id, changed.id)).rejects.toThrow(/not found/)
  await expect(replaceIntegration(team.ctx, admin, id, changed.id, change)).rejects.toMatchObject({
    code: 'not_found',
  })
  const [log] = await team.ctx.sql<{ text: string }[]>`
    select string_agg(encode(body, 'escape'), '') as text from events where kind like 'integration.%'`
  expect(log?.text).toContain('accessToken')
  expect(log?.text).not.toContain('8800')
})

test('the reserved field is refused with the reason before Stella is asked', () => {
  const refused = createSchema.safeParse({ fields: { id: 'mine' } })
  expect(refused.error?.issues[0]?.message).toBe(schemaMessage('connection.rule.fieldReserved'))
  expect(createSchema.safeParse({ fields: {} }).error?.issues[0]?.message).toBe(
    schemaMessage('connection.rule.fieldMissing'),
  )
  expect(replaceSchema.safeParse({ set: { id: 1 } }).success).toBe(false)
})

test('the laboratory names the secret that signed, and leaves it on the server', async () => {
  const lab = (input: object) => examineSignature(team.ctx, team.channelId, labSchema.parse(input))
  const signature = sign(SECRET, Buffer.from('{"x":1}'))
  expect((await lab({ body: '{"x":1}', signature })).accepted).toBe(true)
  const hex = Buffer.from('{"x":1}').toString('hex')
  expect((await lab({ body: hex, encoding: 'hex', signature })).accepted).toBe(true)
  const other = await lab({
    body: '{"x":1}\n',
    signature: sign('pasted', Buffer.from('{"x":1}')),
    secret: 'pasted',
  })
  expect(other.steps.map((step) => step.state)).toEqual(['ok', 'ok', 'differs', 'differs'])
  expect(JSON.stringify(other)).not.toContain(SECRET)
  await expect(lab({ body: 'xyz', encoding: 'hex', signature })).rejects.toThrow(/isn’t valid hex/)
})

test('a channel tells when it last heard of Stella and how many deliveries were turned away', async () => {
  await team.newConversation()
  await deliver('{"never":"counted"}', 'wrong')
  await team.receiver.rejections.flush()
  const { items } = await browseChannels(team.ctx, 'https://inbox.example.com')
  const mine = items.find((channel) => channel.id === team.channelId)
  expect(Date.now() - (mine?.lastDeliveryAt ?? 0)).toBeLessThan(60_000)
  expect(mine?.rejected?.today).toBeGreaterThan(0)
  expect(mine?.silence).toEqual({ state: 'unknown' })
  expect(mine?.webhookUrl).toBe(`https://inbox.example.com/api/webhooks/${team.channelId}`)
})
