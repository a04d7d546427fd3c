import { expect, test } from 'vitest'
import type { EventSum } from '@/lib/domain/log/event-sum'
import { reason } from '@/lib/i18n/reason'
import { toEventQuery } from './event-address'
import { OUTCOME_CHOICES } from './event-words'
import { detailsOfSum, SUM_PARTS, toSummedEvents } from './sum-words'

const sum: EventSum = {
  received: 21,
  messages: 6,
  statuses: 5,
  duplicates: 4,
  ignored: 3,
  quarantined: 2,
  inWork: 1,
  ignoredBy: [
    { rule: 'typing', count: 2 },
    { rule: 'own echo', count: 1 },
  ],
  ofWhich: { reports: 2, repeats: 0 },
}

test('the parts that are shown add up to what was received', () => {
  const shown = SUM_PARTS.reduce((total, [part]) => total + sum[part], 0)
  expect(shown).toBe(sum.received)
})

test('every number leads to events that the filter of the log knows', () => {
  for (const [, , outcome] of SUM_PARTS) {
    const { search } = new URL(toSummedEvents(outcome, 'shop'), 'https://inbox.test')
    const query = toEventQuery(new URLSearchParams(search))
    expect(query).toEqual({ kind: 'webhook', outcome, channel: 'shop' })
    expect(OUTCOME_CHOICES).toContain(outcome)
  }
})

test('the numbers of all channels lead to the events of all channels', () => {
  expect(toSummedEvents('message', undefined)).not.toContain('channel')
})

test('what was ignored says by which rules, the others only what is worth a word', () => {
  expect(detailsOfSum(sum, 'ignored')).toEqual([
    reason('log.sums.rule', { rule: 'typing', count: 2 }),
    reason('log.sums.rule', { rule: 'own echo', count: 1 }),
  ])
  expect(detailsOfSum(sum, 'statuses')).toEqual([reason('log.sums.reports', { count: 2 })])
  expect(detailsOfSum(sum, 'duplicates')).toEqual([])
  expect(detailsOfSum(sum, 'messages')).toEqual([])
})
