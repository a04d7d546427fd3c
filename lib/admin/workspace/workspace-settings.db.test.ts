import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { findChannel } from '@/lib/db/channel/channels'
import { listCannedReplies, listTags } from '@/lib/db/workspace/canned-and-tags'
import { channelSettingsSchema } from '@/lib/domain/channel/channel-settings-schema'
import { DEFAULT_AGENT_SETTINGS } from '@/lib/domain/people/agent-settings'
import type { Viewer } from '@/lib/domain/people/viewer'
import { cannedReplyInputSchema } from '@/lib/domain/reply/schema/canned-reply-schema'
import { workspaceTagsSchema } from '@/lib/domain/workspace/workspace-tag'
import { english } from '@/lib/i18n/catalogues'
import { reason } from '@/lib/i18n/reason'
import { record } from '@/lib/log/fold'
import { checkRebuild } from '@/lib/log/rebuild'
import { testInbox } from '@/lib/log/testing'
import { inTime } from '@/lib/log/turn'
import { listSilence } from '../channel/channel-silence'
import { configureChannel } from '../channel/configure-channel'
import { readSettingHistory, restoreSetting } from '../log/setting-history'
import { addAgent } from '../people/add-agent'
import { removeCannedReply, saveCannedReply } from './canned-replies'
import { readHealth } from './read-health'
import { setTags } from './set-tags'

const inbox = testInbox()
let ada: Viewer

beforeAll(async () => {
  const email = 'ada@example.com'
  const { id } = await addAgent(inbox.ctx, {
    email,
    name: 'Ada',
    role: 'admin',
    password: 'long enough',
  })
  ada = { id, name: 'Ada', email, role: 'admin', settings: DEFAULT_AGENT_SETTINGS }
})

const reply = (title: string, text: string) =>
  cannedReplyInputSchema.parse({ title, folder: 'Orders', texts: [{ language: 'en', text }] })

test('a canned reply keeps every version; an old one, or one that was removed, comes back', async () => {
  const { ctx } = inbox
  const id = randomUUID()
  await saveCannedReply(ctx, ada.id, id, reply('Thanks', 'Thank you, {{member.name}}!'))
  await saveCannedReply(ctx, ada.id, id, reply('Thanks', 'Cheers!'))
  await removeCannedReply(ctx, ada.id, id)
  expect(await listCannedReplies(ctx.sql)).toEqual([])
  await expect(removeCannedReply(ctx, ada.id, id)).rejects.toThrow(/no longer exists/)

  const { items } = await readSettingHistory(ctx, ada, { of: 'canned-reply', id })
  expect(items.map(({ removed, who }) => [removed, who])).toEqual([
    [true, 'Ada'],
    [false, 'Ada'],
    [false, 'Ada'],
  ])
  await restoreSetting(ctx, ada, { eventId: items[2]?.eventId ?? 0 })
  expect(await listCannedReplies(ctx.sql)).toEqual([
    { id, ...reply('Thanks', 'Thank you, {{member.name}}!') },
  ])
  expect((await readSettingHistory(ctx, ada, { of: 'canned-reply', id })).items).toHaveLength(4)
  // What was taken away has nothing to restore.
  await expect(restoreSetting(ctx, ada, { eventId: items[0]?.eventId ?? 0 })).rejects.toThrow(
    /no such version/,
  )
})

test('a variable that stands for nothing is refused where it is written', async () => {
  const save = saveCannedReply(inbox.ctx, ada.id, randomUUID(), reply('Hi', 'Hi {{member.nme}}'))
  await expect(save).rejects.toThrow('{{member.nme}} isn’t a variable. Check its spelling.')
})

test('tags keep their order and their history', async () => {
  const { ctx } = inbox
  const set = (...names: string[]) =>
    setTags(ctx, ada.id, workspaceTagsSchema.parse({ tags: names.map((name) => ({ name })) }).tags)
  await set('vip', 'refund')
  await set('refund')
  expect((await listTags(ctx.sql)).map(({ name }) => name)).toEqual(['refund'])
  const { items } = await readSettingHistory(ctx, ada, { of: 'tags' })
  await restoreSetting(ctx, ada, { eventId: items[1]?.eventId ?? 0 })
  expect((await listTags(ctx.sql)).map(({ name }) => name)).toEqual(['vip', 'refund'])
  expect(() => workspaceTagsSchema.parse({ tags: [{ name: 'A' }, { name: 'a' }] })).toThrow(
    /workspace.tags.sameName/,
  )
})

test('what a channel does is restored by admins only, and a rebuild gives the same', async () => {
  const { ctx } = inbox
  const { id } = await inbox.channel()
  const settings = (word: string) => channelSettingsSchema.parse({ handOverKeywords: [word] })
  await configureChannel(ctx, ada.id, id, settings('human'))
  await configureChannel(ctx, ada.id, id, settings('robot'))
  const { items } = await readSettingHistory(ctx, ada, { of: 'channel', id })
  const first = { eventId: items[1]?.eventId ?? 0 }
  const sam = { ...ada, role: 'supervisor' as const }
  await expect(restoreSetting(ctx, sam, first)).rejects.toThrow(/Only admins/)
  await expect(readSettingHistory(ctx, sam, { of: 'channel', id })).rejects.toThrow(/Only admins/)
  await restoreSetting(ctx, ada, first)
  expect((await findChannel(ctx.sql, id))?.settings.handOverKeywords).toEqual(['human'])
  expect((await checkRebuild(ctx.sql)).same).toBe(true)
})

test('the health page measures what there is, and misses nothing of it', async () => {
  const { figures, lines } = await readHealth({ ctx: inbox.ctx, streams: 3, dataDir: '.' })
  expect(figures.database?.connections).toBeGreaterThan(0)
  expect(figures.pendingEvents).toBe(0)
  expect(figures.jobs).toMatchObject({ dead: 0, media: 0 })
  expect(figures.disk?.totalBytes).toBeGreaterThan(0)
  expect(lines.map(({ name }) => english.say(name))).toEqual(
    expect.arrayContaining(['Database', 'Jobs', 'Calls to Stella', 'Media', 'Disk', 'Version']),
  )
})

test('a channel that is quieter than it ever is at this hour is a problem of the health page, by name', async () => {
  const { ctx } = inbox
  const { id } = await inbox.channel('web', 'quiet')
  const hour = Math.floor(Date.now() / 3_600_000)
  // Four weeks of five deliveries an hour, and nothing for the last six hours.
  await ctx.sql`insert into delivery_hours (channel_id, hour, count)
    select ${id}, hour, 5 from generate_series(${hour - 4 * 168 - 12}::int, ${hour - 7}::int) as hour`
  const read = async (seenChannels?: string[]) =>
    (await readHealth({ ctx, streams: 0, dataDir: '.', seenChannels })).lines.find(
      ({ name }) => name.key === 'workspace.health.channels.name',
    )
  expect(await read()).toMatchObject({
    state: 'bad',
    value: reason('workspace.health.names', {
      names: {
        list: [
          reason('workspace.health.channels.silent', {
            name: 'Channel web',
            span: { ms: 6 * 3_600_000, style: 'long' },
            usual: 30,
          }),
        ],
      },
    }),
  })
  expect(await read([])).toMatchObject({
    state: 'good',
    value: reason('workspace.health.channels.none'),
  })
  const at = Date.now()
  await inTime(ctx, (tx) =>
    record(tx, { type: 'channel.disconnected', channelId: id }, { channelId: id }),
  )
  expect((await listSilence(ctx, undefined, at)).map((channel) => channel.id)).not.toContain(id)
})
