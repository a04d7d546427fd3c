import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { findChannel } from '@/lib/db/channel/channels'
import { channelSettingsSchema } from '@/lib/domain/channel/channel-settings-schema'
import { schemaMessage } from '@/lib/i18n/reason'
import { checkRebuild } from '@/lib/log/rebuild'
import { testInbox } from '@/lib/log/testing'
import { configureChannel } from './configure-channel'

const inbox = testInbox()

test('settings of a channel stand in the log, with who set them, and a rebuild keeps them', async () => {
  const { id } = await inbox.channel()
  const agentId = randomUUID()
  const settings = channelSettingsSchema.parse({ handOverKeywords: ['真人'], agentIdleMinutes: 30 })
  await configureChannel(inbox.ctx, agentId, id, settings)
  expect((await findChannel(inbox.ctx.sql, id))?.settings).toEqual(settings)
  const [event] = await inbox.ctx.sql`
    select agent_id from events where kind = 'channel.configured' and channel_id = ${id}`
  expect(event).toEqual({ agentId })
  expect((await checkRebuild(inbox.ctx.sql)).same).toBe(true)
})

test('a channel that does not exist cannot be configured', async () => {
  const settings = channelSettingsSchema.parse({})
  await expect(
    configureChannel(inbox.ctx, randomUUID(), randomUUID(), settings),
  ).rejects.toMatchObject({ code: 'not_found' })
})

test('settings that make no sense are refused in words', () => {
  const refused = (input: object) =>
    channelSettingsSchema.safeParse(input).error?.issues[0]?.message
  expect(refused({ agentIdleMinutes: 0 })).toBe(schemaMessage('channel.rule.minutesMin'))
  expect(refused({ openingHours: { timeZone: 'Mars/Base', spans: [] } })).toBe(
    schemaMessage('channel.rule.noSuchTimeZone'),
  )
  expect(
    refused({ openingHours: { timeZone: 'UTC', spans: [{ day: 1, from: '9', to: '17:00' }] } }),
  ).toBe(schemaMessage('channel.rule.timeOfDay'))
})
