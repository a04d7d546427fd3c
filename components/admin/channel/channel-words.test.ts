import { expect, test } from 'vitest'
import { english } from '@/lib/i18n/catalogues'
import { reason } from '@/lib/i18n/reason'
import { lastWords, rejectedWords, silenceWords, stateOf } from './channel-words'

const channel = {
  authorized: true,
  paused: false,
  silence: { state: 'usual' },
  lastDeliveryAt: '2026-11-21T09:00:00.000Z',
} as const

test('the gravest state of a channel is the one that is said', () => {
  const silent = { state: 'silent', hours: 3, usual: 40, weeks: 5 } as const
  expect(stateOf(channel)).toEqual({
    words: reason('channelAdmin.state.connected'),
    tone: 'ok',
  })
  expect(stateOf({ ...channel, silence: silent }).words.key).toBe('channelAdmin.state.silent')
  expect(stateOf({ ...channel, silence: silent, paused: true }).words.key).toBe(
    'channelAdmin.state.paused',
  )
  expect(stateOf({ ...channel, paused: true, authorized: false }).words.key).toBe(
    'channelAdmin.state.disconnected',
  )
  expect(stateOf({ ...channel, lastDeliveryAt: undefined }).words.key).toBe(
    'channelAdmin.state.waiting',
  )
})

test('silence is told with what is usual, the last delivery with its age', () => {
  expect(silenceWords(channel)).toBeUndefined()
  const silence = silenceWords({ silence: { state: 'silent', hours: 1, usual: 12, weeks: 4 } })
  expect(silence && english.say(silence)).toBe(
    'No webhooks for an hour. In the 4 weeks before, these hours usually brought 12 webhooks.',
  )
  expect(lastWords(channel, Date.parse('2026-11-21T09:05:00Z'))).toEqual(
    reason('channelAdmin.health.lastAgo', { span: { ms: 300_000 } }),
  )
  expect(lastWords(channel, Date.parse('2026-11-21T09:00:10Z'))).toEqual(
    reason('channelAdmin.health.lastNow'),
  )
})

test('deliveries that were turned away are counted in words', () => {
  expect(rejectedWords({})).toBeUndefined()
  expect(rejectedWords({ rejected: { today: 1, week: 4 } })).toEqual(
    reason('channelAdmin.health.rejectedToday', { today: 1, week: 4 }),
  )
  expect(rejectedWords({ rejected: { today: 0, week: 1 } })).toEqual(
    reason('channelAdmin.health.rejectedWeek', { week: 1 }),
  )
})
