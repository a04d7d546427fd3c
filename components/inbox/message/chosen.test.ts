import { expect, test } from 'vitest'
import type { Author } from '@/lib/domain/message/author'
import type { MessageView } from '@/lib/view/message-view'
import { chosenTitles } from './chosen'

test("the choice that equals the member's next line is the one they took", () => {
  const offer = messageOf('bot', 'What can I do?', ['Track my order', 'Return an item'])
  const chosen = chosenTitles([offer, messageOf('member', ' Return an item ')])
  expect(chosen.get(offer.id)).toBe('Return an item')
})

test('other words take no choice', () => {
  const offer = messageOf('bot', 'What can I do?', ['Yes', 'No'])
  expect(chosenTitles([offer, messageOf('member', 'yes please')]).size).toBe(0)
})

test('only the next line counts, not a later one', () => {
  const offer = messageOf('bot', 'Sure?', ['Yes', 'No'])
  expect(chosenTitles([offer, messageOf('member', 'wait'), messageOf('member', 'Yes')]).size).toBe(
    0,
  )
})

test('a second bubble of the bot between offer and answer changes nothing', () => {
  const offer = messageOf('bot', 'Sure?', ['Yes', 'No'])
  const chosen = chosenTitles([
    offer,
    messageOf('bot', 'Take your time'),
    messageOf('member', 'No'),
  ])
  expect(chosen.get(offer.id)).toBe('No')
})

test('an offer nobody answered has nothing chosen', () => {
  expect(chosenTitles([messageOf('bot', 'Sure?', ['Yes'])]).size).toBe(0)
})

let lines = 0

function messageOf(author: Author, text: string, choices?: string[]): MessageView {
  const at = '2026-11-21T10:00:00Z'
  return {
    id: `m${++lines}`,
    conversationId: 'roy',
    feed: lines,
    author,
    kind: 'text',
    text,
    content: { type: 'text', text, choices },
    sentAt: at,
    receivedAt: at,
    order: String(lines),
    reactions: [],
    media: [],
  }
}
