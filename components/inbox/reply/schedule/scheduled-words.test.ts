import { expect, test } from 'vitest'
import { ANA, messageOf } from '../../testing-conversation'
import { toScheduledWords } from './scheduled-words'

const CLOCK = { now: Date.parse('2026-11-21T10:00:00Z'), timeZone: 'UTC' }
const scheduled = messageOf({ author: 'agent', agent: ANA, sendAt: '2026-11-21T15:30:00Z' })

test('a reply of today names its hour, one of another day its date too', () => {
  expect(toScheduledWords(scheduled, CLOCK)).toBe('Ana, to be sent 15:30')
  const monday = { ...scheduled, sendAt: '2026-11-23T09:00:00Z' }
  expect(toScheduledWords(monday, CLOCK)).toBe('Ana, to be sent 23 Nov 09:00')
})

test('a reply that a word of the member would end says so', () => {
  expect(toScheduledWords({ ...scheduled, unlessMemberWrites: true }, CLOCK)).toBe(
    'Ana, to be sent 15:30 unless the member writes first',
  )
})
