import { expect, test } from 'vitest'
import { english, translatorFor } from '@/lib/i18n/catalogues'
import { reason } from '@/lib/i18n/reason'
import { detailWords, kindWords, outcomeName, timeWords } from './event-words'

test('a delivery is called by the reader that knew it, and one that nobody knew says so', () => {
  expect(kindWords({ kind: 'webhook', reading: 'telegram message' })).toBe('telegram message')
  expect(kindWords({ kind: 'webhook' })).toEqual(reason('log.kind.unknown'))
  expect(kindWords({ kind: 'reply.queued', reading: 'never mind' })).toBe('reply.queued')
})

test('an outcome that this version does not know is named as it stands', () => {
  expect(outcomeName('quarantined')).toEqual(reason('log.outcome.quarantined'))
  expect(outcomeName('lost')).toBe('lost')
})

test('what went wrong stands first; what came once is not counted', () => {
  const event = {
    id: 1,
    kind: 'webhook',
    deliveries: 1,
    receivedAt: '2026-11-21T10:00:00Z',
    size: 2_048,
    outcome: 'quarantined',
  }
  expect(detailWords(event, english)).toEqual(['2 kB'])
  const rule = reason('delivery.rule.echo')
  expect(detailWords({ ...event, error: 'No text', rule, deliveries: 3 }, english)).toEqual([
    'No text',
    'Rule: Not a message: echo',
    'Received 3 times',
    '2 kB',
  ])
})

test('an event of today has its second, one of another day its date, both in the zone of the reader', () => {
  const iso = '2026-11-21T09:05:07Z'
  const at = (text: string) => Date.parse(text)
  expect(timeWords(iso, at('2026-11-21T23:59:00Z'), english)).toBe('09:05:07')
  expect(timeWords(iso, at('2026-11-22T00:01:00Z'), english)).toBe('21 Nov, 09:05:07')
  // The server that draws the page first knows no day of the reader.
  expect(timeWords(iso, undefined, english)).toBe('21 Nov, 09:05:07')
  const inHongKong = translatorFor('en-GB', 'Asia/Hong_Kong')
  expect(timeWords(iso, at('2026-11-21T16:01:00Z'), inHongKong)).toBe('21 Nov, 17:05:07')
})
