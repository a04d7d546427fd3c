import { expect, test } from 'vitest'
import { lastWords, rejectedWords, silenceWords, stateOf } from './channel-words'

const channel = {
  authorized: true,
  paused: false,
  silence: { state: 'usual' },
  lastDeliveryAt: '2026-11-21T09:00:00.000Z',
} as const

test('the gravest state of a channel is the one that is said', () => {
  const silent = { state: 'silent', hours: 3, usual: 40, weeks: 5 } as const
  expect(stateOf(channel)).toEqual({ words: 'Connected', tone: 'ok' })
  expect(stateOf({ ...channel, silence: silent }).words).toBe('Silent')
  expect(stateOf({ ...channel, silence: silent, paused: true }).words).toBe('Paused')
  expect(stateOf({ ...channel, paused: true, authorized: false }).words).toBe('Disconnected')
  expect(stateOf({ ...channel, lastDeliveryAt: undefined }).words).toMatch(/first event/)
})

test('silence is told with what is usual, the last delivery with its age', () => {
  expect(silenceWords(channel)).toBeUndefined()
  expect(silenceWords({ silence: { state: 'silent', hours: 1, usual: 12, weeks: 4 } })).toBe(
    'Nothing has come for an hour. In the 4 weeks before there were usually 12 deliveries in these hours of the week.',
  )
  expect(lastWords(channel, Date.parse('2026-11-21T09:05:00Z'))).toBe('Last delivery 5 min ago')
  expect(lastWords(channel, Date.parse('2026-11-21T09:00:10Z'))).toBe('Last delivery just now')
})

test('deliveries that were turned away are counted in words', () => {
  expect(rejectedWords({})).toBeUndefined()
  expect(rejectedWords({ rejected: { today: 1, week: 4 } })).toBe(
    '1 delivery with a wrong signature today, 4 in seven days',
  )
  expect(rejectedWords({ rejected: { today: 0, week: 1 } })).toBe(
    '1 delivery with a wrong signature in seven days',
  )
})
