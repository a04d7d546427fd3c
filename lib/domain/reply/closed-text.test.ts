import { expect, test } from 'vitest'
import { type ClosedFacts, closedVerdict } from './closed-text'

const SETTINGS = {
  closedText: 'We are closed.',
  openingHours: { timeZone: 'UTC', spans: [{ day: 1, from: '09:00', to: '18:00' }] },
}
const CLOSED_AT = Date.UTC(2026, 0, 5, 18)
const NIGHT = Date.UTC(2026, 0, 5, 20)
const NEXT_MONDAY = Date.UTC(2026, 0, 12, 9)
const WAITS: ClosedFacts = { owner: 'waiting', status: 'open', lastOursAt: null }

test('who waits at night is told, and the whole night is one closing', () => {
  const verdict = { text: 'We are closed.', opensAt: NEXT_MONDAY }
  expect(closedVerdict(WAITS, SETTINGS, NIGHT)).toEqual(verdict)
  expect(closedVerdict(WAITS, SETTINGS, NIGHT + 86_400_000)).toEqual(verdict)
})

test('by day, without hours, without a text, or with the bot, there is nothing to tell', () => {
  expect(closedVerdict(WAITS, SETTINGS, CLOSED_AT - 1)).toBeUndefined()
  expect(closedVerdict(WAITS, { ...SETTINGS, openingHours: undefined }, NIGHT)).toBeUndefined()
  expect(closedVerdict(WAITS, { ...SETTINGS, closedText: undefined }, NIGHT)).toBeUndefined()
  expect(closedVerdict({ ...WAITS, owner: 'bot' }, SETTINGS, NIGHT)).toBeUndefined()
  expect(closedVerdict({ ...WAITS, status: 'resolved' }, SETTINGS, NIGHT)).toBeUndefined()
})

test('an agent who wrote after closing is there; one who went home is not', () => {
  const held: ClosedFacts = { ...WAITS, owner: 'agent' }
  expect(closedVerdict({ ...held, lastOursAt: CLOSED_AT + 1 }, SETTINGS, NIGHT)).toBeUndefined()
  expect(closedVerdict({ ...held, lastOursAt: CLOSED_AT - 1 }, SETTINGS, NIGHT)).toBeDefined()
  expect(closedVerdict(held, SETTINGS, NIGHT)).toBeDefined()
})

test('hours that never open are a closing without an end', () => {
  const never = { ...SETTINGS, openingHours: { timeZone: 'UTC', spans: [] } }
  expect(closedVerdict(WAITS, never, NIGHT)).toEqual({ text: 'We are closed.', opensAt: undefined })
})

test('the member is told in their language, and in the first one where it is missing', () => {
  const closedText = [
    { language: 'zh-HK', text: '我們已休息。' },
    { language: 'en', text: 'We are closed.' },
  ]
  const told = (locale: string | null) =>
    closedVerdict({ ...WAITS, locale }, { ...SETTINGS, closedText }, NIGHT)?.text
  expect(told('en_GB')).toBe('We are closed.')
  expect(told('zh-TW')).toBe('我們已休息。')
  expect(told(null)).toBe('我們已休息。')
})
