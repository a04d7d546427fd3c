import { expect, test } from 'vitest'
import { nextTryWords, waitingReplyWords } from './outage-words'

const NOW = Date.parse('2026-11-21T10:00:00Z')
const outage = { until: '2026-11-21T10:00:30Z', probing: false }

test('the seconds to the next try count down to one, and never to nought', () => {
  expect(nextTryWords(outage, NOW)).toBe('Next try in 30 s')
  expect(nextTryWords(outage, NOW + 29_001)).toBe('Next try in 1 s')
  expect(nextTryWords(outage, NOW + 30_000)).toBe('Trying now…')
})

test('while it is being tried no time is counted', () => {
  expect(nextTryWords({ ...outage, probing: true }, NOW)).toBe('Trying now…')
})

test('the server, which does not know the time of the reader, promises no second', () => {
  expect(nextTryWords(outage, undefined)).toBe('Trying now…')
})

test('one reply waits, two wait', () => {
  expect([1, 2, 0].map(waitingReplyWords)).toEqual([
    '1 reply waits',
    '2 replies wait',
    '0 replies wait',
  ])
})
