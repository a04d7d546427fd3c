import { expect, test } from 'vitest'
import { english } from '@/lib/i18n/catalogues'
import type { MessageView } from '@/lib/view/message-view'
import { ANA, messageOf } from '../../testing-conversation'
import { toScheduledWords } from './scheduled-words'

const CLOCK = { now: Date.parse('2026-11-21T10:00:00Z'), timeZone: 'UTC' }
const scheduled = messageOf({ author: 'agent', agent: ANA, sendAt: '2026-11-21T15:30:00Z' })

test('a reply of today names its hour, one of another day its date too', () => {
  expect(read(scheduled)).toBe('Ana, scheduled for 15:30')
  const monday = { ...scheduled, sendAt: '2026-11-23T09:00:00Z' }
  expect(read(monday)).toBe('Ana, scheduled for 23 Nov 2026, 09:00')
})

test('a reply that a word of the member would end says so', () => {
  expect(read({ ...scheduled, unlessMemberWrites: true })).toBe(
    'Ana, scheduled for 15:30 unless the member writes first',
  )
})

function read(message: MessageView): string {
  return english.say(toScheduledWords(message, CLOCK))
}
