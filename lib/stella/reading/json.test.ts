import { expect, test } from 'vitest'
import { readDelivery } from '../read-delivery'
import { toLabel } from './json'

const CONTEXT = { platform: 'telegram' as const, externalId: '209', receivedAt: Date.UTC(2026, 10) }
const FACE = '😀'

test('a label is cut between characters, never within one', () => {
  expect(toLabel(`a${FACE.repeat(60)}`)).toBe(`a${FACE.repeat(39)}`)
  expect(toLabel('hologram')).toBe('hologram')
})

test.each([
  ['a field whose long name has a character of two halves at the cut', `a${FACE.repeat(60)}`],
  ['a field whose name is half a character', 'holo\ud83d'],
  ['a field whose name holds a NUL', 'holo\u0000gram'],
])('%s is called by a name that can be stored', (_, name) => {
  const from = { id: 777, is_bot: false, first_name: 'Roy' }
  const message = { message_id: 1, from, chat: { id: 777, type: 'private' }, date: 1_599_537_209 }
  const body = JSON.stringify({ update_id: 1, message: { ...message, [name]: { depth: 3 } } })
  const [fact] = readDelivery(Buffer.from(body), CONTEXT).facts
  const stored = JSON.stringify(fact)
  expect(stored).toContain('"unknown"')
  expect(stored).not.toMatch(/\\u(0000|d[89a-f])/i)
})
