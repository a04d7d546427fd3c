import { expect, test } from 'vitest'
import { english } from '@/lib/i18n/catalogues'
import type { OutageView } from '@/lib/view/outbox-view'
import { nextTryWords } from './outage-words'

const NOW = Date.parse('2026-11-21T10:00:00Z')
const outage = { until: '2026-11-21T10:00:30Z', probing: false }

test('the seconds to the next try count down to one, and never to nought', () => {
  expect(words(outage, NOW)).toBe('Next try in 30s')
  expect(words(outage, NOW + 29_001)).toBe('Next try in 1s')
  expect(words(outage, NOW + 30_000)).toBe('Trying now…')
})

test('while it is being tried no time is counted', () => {
  expect(words({ ...outage, probing: true }, NOW)).toBe('Trying now…')
})

test('the server, which does not know the time of the reader, promises no second', () => {
  expect(words(outage, undefined)).toBe('Trying now…')
})

function words(of: Pick<OutageView, 'until' | 'probing'>, now: number | undefined): string {
  return english.say(nextTryWords(of, now))
}
