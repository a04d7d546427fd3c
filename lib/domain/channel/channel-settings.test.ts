import { expect, test } from 'vitest'
import { DEFAULT_CHANNEL_SETTINGS } from './channel-settings'
import { channelSettingsSchema } from './channel-settings-schema'

test('a channel that nobody configured has what the schema gives for nothing', () => {
  expect(DEFAULT_CHANNEL_SETTINGS).toEqual(channelSettingsSchema.parse({}))
})
