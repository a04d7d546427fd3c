import { expect, test } from 'vitest'
import {
  type ChannelSettings,
  DEFAULT_CHANNEL_SETTINGS,
} from '@/lib/domain/channel/channel-settings'
import { channelSettingsSchema } from '@/lib/domain/channel/channel-settings-schema'
import { fromSettingsDraft, toSettingsDraft } from './settings-draft'

const full: ChannelSettings = {
  color: 'teal',
  handOverKeywords: ['person', 'agent please'],
  agentIdleMinutes: 15,
  memberIdleMinutes: 60,
  agentIdleText: 'The bot goes on.',
  memberIdleText: 'Bye.',
  handBackOnResolve: 'always',
  windowWarningMinutes: 90,
  openingHours: { timeZone: 'Asia/Hong_Kong', spans: [{ day: 1, from: '09:00', to: '18:00' }] },
  closedText: 'We open at nine.',
}

test('settings that nobody touched are saved as they were', () => {
  expect(fromSettingsDraft(full, toSettingsDraft(full))).toEqual(full)
})

test('what the form does not show stays: hours and the words outside of them', () => {
  const draft = { ...toSettingsDraft(full), keywords: '' }
  expect(fromSettingsDraft(full, draft)).toMatchObject({
    openingHours: full.openingHours,
    closedText: full.closedText,
  })
})

test('words that ask for a person stand one a line; empty lines and outer space are none', () => {
  const draft = { ...toSettingsDraft(full), keywords: ' person \n\n  help me\n' }
  expect(fromSettingsDraft(full, draft).handOverKeywords).toEqual(['person', 'help me'])
})

test('an emptied number means never, and never comes out as nought', () => {
  const draft = { ...toSettingsDraft(full), agentIdle: '', memberIdle: ' ' }
  const settings = fromSettingsDraft(full, draft)
  expect([settings.agentIdleMinutes, settings.memberIdleMinutes]).toEqual([undefined, undefined])
})

test('the warning has no never: emptied, it stays as it was', () => {
  const draft = { ...toSettingsDraft(full), warning: '' }
  expect(fromSettingsDraft(full, draft).windowWarningMinutes).toBe(90)
})

test('an emptied text tells the member nothing', () => {
  const draft = { ...toSettingsDraft(full), agentIdleText: '  ', memberIdleText: '' }
  const settings = fromSettingsDraft(full, draft)
  expect([settings.agentIdleText, settings.memberIdleText]).toEqual([undefined, undefined])
})

test('the form of a channel that nobody configured can be saved as it stands', () => {
  const settings = fromSettingsDraft(
    DEFAULT_CHANNEL_SETTINGS,
    toSettingsDraft(DEFAULT_CHANNEL_SETTINGS),
  )
  expect(channelSettingsSchema.safeParse(settings).success).toBe(true)
  // What stands in the log from before says nothing of handing back; it meant the timer.
  expect(settings.handBackOnResolve).toBe('timer')
})
