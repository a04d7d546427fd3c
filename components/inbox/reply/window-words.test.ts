import { expect, test } from 'vitest'
import { english } from '@/lib/i18n/catalogues'
import { reason } from '@/lib/i18n/reason'
import { toWindowWords } from './window-words'

const NOW = Date.parse('2026-11-21T10:00:00Z')
const channel = { id: 'shop', name: 'Shop HK', platform: 'whatsapp', authorized: true } as const

test.each([
  [24 * 3_600_000 + 20_000, 'Window closes in 24h', 'calm'],
  [23 * 3_600_000 + 51 * 60_000, 'Window closes in 23h 51m', 'calm'],
  [2 * 3_600_000 + 60_000, 'Window closes in 2h 1m', 'calm'],
  [2 * 3_600_000, 'Window closes in 2h', 'wait'],
  [59 * 60_000, 'Window closes in 59m', 'wait'],
  [1_000, 'Window closes in 1m', 'wait'],
  [0, 'Reply window closed', 'closed'],
  [-1, 'Reply window closed', 'closed'],
])('with %i ms left it says %s', (leftMs, words, tone) => {
  const windowClosesAt = new Date(NOW + leftMs).toISOString()
  const line = toWindowWords({ channel, windowClosesAt }, NOW)
  expect(line && english.say(line.words)).toBe(words)
  expect(line?.tone).toBe(tone)
})

test('the ring shows the share of the window that is left', () => {
  const windowClosesAt = new Date(NOW + 6 * 3_600_000).toISOString()
  expect(toWindowWords({ channel, windowClosesAt }, NOW)?.left).toBe(0.25)
})

test('what the platform said holds, whatever our clock says', () => {
  const windowClosesAt = new Date(NOW + 30_000).toISOString()
  const line = toWindowWords({ channel, windowClosesAt, windowRefused: true }, NOW)
  expect(line).toMatchObject({
    words: reason('composer.box.windowClosed'),
    tone: 'closed',
  })
})

test('a channel without a window says nothing', () => {
  expect(toWindowWords({ channel: { ...channel, platform: 'web' } }, NOW)).toBeUndefined()
})

test('a channel says itself from when on a closing window is pointed out', () => {
  const windowClosesAt = new Date(NOW + 90 * 60_000).toISOString()
  const tone = (windowWarningMinutes: number) =>
    toWindowWords({ channel: { ...channel, windowWarningMinutes }, windowClosesAt }, NOW)?.tone
  expect(tone(89)).toBe('calm')
  expect(tone(90)).toBe('wait')
})
