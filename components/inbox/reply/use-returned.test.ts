import { expect, test } from 'vitest'
import { joinTexts } from './use-returned'

test('a refused reply comes back whole', () => {
  expect(joinTexts('I can book Friday', '')).toBe('I can book Friday')
})

test('what was typed meanwhile stays behind it', () => {
  expect(joinTexts('I can book Friday', 'and Monday')).toBe('I can book Friday\nand Monday')
})

test('the same text is not doubled', () => {
  expect(joinTexts('ok', 'ok')).toBe('ok')
})
