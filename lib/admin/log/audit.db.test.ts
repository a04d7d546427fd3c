import { beforeAll, expect, test } from 'vitest'
import { appendOwnEvent } from '@/lib/db/log/events'
import { lockFold } from '@/lib/db/log/fold-lock'
import { listMessages } from '@/lib/db/message/messages'
import { channelSettingsSchema } from '@/lib/domain/channel/channel-settings-schema'
import { DEFAULT_AGENT_SETTINGS } from '@/lib/domain/people/agent-settings'
import type { Viewer } from '@/lib/domain/people/viewer'
import { english, translatorFor } from '@/lib/i18n/catalogues'
import { reason, schemaMessage } from '@/lib/i18n/reason'
import { markRead } from '@/lib/inbox/conversation/mark-read'
import { testTeam } from '@/lib/inbox/testing'
import { foldPending } from '@/lib/log/fold'
import { checkRebuild } from '@/lib/log/rebuild'
import { configureChannel } from '../channel/configure-channel'
import { addAgent } from '../people/add-agent'
import { changeAgent, signOutAgent } from '../people/change-agent'
import { inviteAgent } from '../people/invite-agent'
import { auditSchema, exportAudit, readAudit } from './audit'
import { replayEvents } from './replay-events'

const team = testTeam()
let ada: Viewer

beforeAll(async () => {
  const email = 'ada@example.com'
  const { id } = await addAgent(team.ctx, {
    email,
    name: 'Ada',
    role: 'admin',
    password: 'long enough',
  })
  ada = { id, name: 'Ada', email, role: 'admin', settings: DEFAULT_AGENT_SETTINGS }
})

const read = (query: Record<string, string> = {}, viewer = ada) =>
  readAudit(team.ctx, viewer, auditSchema.parse(query))

test('what agents and admins did is there in words, with who, where and when; reading only when asked for', async () => {
  const { id } = await team.takenConversation()
  const { items: messages } = await listMessages(team.ctx.sql, id)
  await markRead(team.ctx, team.agent('Ana'), id, { messageId: messages[0]?.id ?? '' })
  await team.reply(id, 'Hello from Ana')
  const { items } = await read({ conversation: id })
  expect(items.map(({ words, who }) => `${who?.name}: ${english.say(words)}`)).toEqual([
    'Ana: Wrote a reply',
    'Ana: Took over',
  ])
  expect(items[0]).toMatchObject({
    conversation: { id, member: 'Mei' },
    channel: { id: team.channelId, name: 'Shop HK' },
  })
  expect((await read({ what: 'reading' })).items.map(({ kind }) => kind)).toContain(
    'conversation.read',
  )
  // No text of a reply: the thread is where it is read, by those who may.
  expect(JSON.stringify(items)).not.toContain('Hello from Ana')
})

test('filters narrow it by who, what and when, and pages follow each other without a gap', async () => {
  const ben = team.agent('Ben')
  for (const role of ['supervisor', 'agent'] as const)
    await changeAgent(team.ctx, ada.id, ben.id, { role, channelIds: null, disabled: false })
  await configureChannel(team.ctx, ada.id, team.channelId, channelSettingsSchema.parse({}))
  const people = await read({ who: ada.id, what: 'people' })
  expect(people.items.map(({ words }) => english.say(words)).slice(0, 2)).toEqual([
    'Changed the role of Ben from supervisor to agent',
    'Changed the role of Ben from agent to supervisor',
  ])
  expect((await read({ what: 'channels', who: ada.id })).items[0]?.words).toEqual(
    reason('audit.channel.configured'),
  )
  expect((await read({ to: '2020-01-01' })).items).toEqual([])
  expect((await read({ from: '2999-01-01' })).items).toEqual([])

  const all = (await read({ limit: '200' })).items.map(({ id }) => id)
  const paged: number[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: Awaited<ReturnType<typeof read>> = await read({
      limit: '2',
      ...(cursor ? { cursor } : {}),
    })
    paged.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  }
  expect(paged).toEqual(all)
})

test('the export holds the same lines, and no cell that a spreadsheet would run', async () => {
  await inviteAgent(team.ctx, ada.id, { email: 'x+y@example.com', role: 'agent', channelIds: null })
  await team.ctx.sql`update agents set name = '=HYPERLINK("http://evil")' where id = ${ada.id}`
  const { items } = await read({ limit: '200' })
  const stream = exportAudit(team.ctx, ada, auditSchema.parse({}), english)
  const csv = await new Response(stream).text()
  await team.ctx.sql`update agents set name = 'Ada' where id = ${ada.id}`
  const messages = csv.trim().split('\r\n')
  expect(messages[0]).toContain('Time,Who,Email,What')
  expect(messages.length - 1).toBe(items.length)
  expect(csv).toContain(`"'=HYPERLINK(""http://evil"")"`)
  expect(csv).not.toMatch(/(^|,)"?=/m)
})

test('the export is in the language of whoever takes it', async () => {
  const file = exportAudit(team.ctx, ada, auditSchema.parse({}), translatorFor('zh-HK'))
  const csv = await new Response(file).text()
  expect(csv).toContain('時間,人員,電郵,操作')
  expect(csv).toContain('更改了頻道設定')
})

test('who is kept to other channels reads nothing of this one', async () => {
  const { id } = await team.takenConversation()
  const kept = { ...ada, role: 'supervisor' as const, channelIds: [] }
  expect((await read({ conversation: id }, kept)).items).toEqual([])
  expect((await read({ what: 'people' }, kept)).items.length).toBeGreaterThan(0)
})

test('sign-ins, signing out everywhere and replays are there in words; a sign-in needs no fold lock', async () => {
  const ben = team.agent('Ben')
  const { sql } = team.ctx
  // A rebuild holds the lock for minutes: people sign in all the same.
  await team.ctx.write.begin(async (tx) => {
    await lockFold(tx)
    const signedIn = { agentId: ben.id, failures: 2 }
    await appendOwnEvent(sql, { kind: 'agent.signed-in', body: signedIn, agentId: ben.id })
    await appendOwnEvent(sql, { kind: 'agent.sign-in-blocked', body: { agentId: ben.id } })
  })
  await signOutAgent(team.ctx, ada.id, ben.id)
  const wordsOf = async () =>
    (await read({ what: 'people' })).items
      .slice(0, 3)
      .map(({ who, words }) => [who?.name, english.say(words)])
  const expected = [
    ['Ada', 'Signed Ben out of 0 browsers'],
    [undefined, 'Too many wrong passwords for Ben: sign-in is blocked for a while'],
    ['Ben', 'Signed in after 2 wrong passwords'],
  ]
  expect(await wordsOf()).toEqual(expected)
  await foldPending(sql)
  expect(await wordsOf()).toEqual(expected)

  await team.inbox.receive(team.channelId, { hello: 'nobody knows this' })
  await replayEvents(team.ctx, { events: 'quarantined' })
  expect((await read({ what: 'log' })).items[0]?.words).toEqual(
    reason('audit.workspace.replayed', { count: 1 }),
  )
  const check = await checkRebuild(sql)
  expect(check.tables.filter((table) => !table.same)).toEqual([])
})

test('times beyond what a database knows are refused in words', () => {
  for (const to of ['-271821-04-20', '+275760-09-13', 'soon'])
    expect(auditSchema.safeParse({ to }).error?.issues[0]?.message).toBe(
      schemaMessage('audit.problem.time'),
    )
  expect(auditSchema.parse({ to: '2026-11-21' }).to).toBe(Date.UTC(2026, 10, 21))
})
