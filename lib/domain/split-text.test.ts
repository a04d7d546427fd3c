import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitText } from './split-text'

const FAMILY = '👨‍👩‍👧‍👦'

test('a text that fits is one piece, blank space is none', () => {
  expect(splitText('Hello', 10)).toEqual(['Hello'])
  expect(splitText('  \n ', 10)).toEqual([])
})

test('a text is cut after a paragraph, else a line, a sentence, a word', () => {
  expect(splitText('One two three.\n\nFour five six.', 20)).toEqual([
    'One two three.',
    'Four five six.',
  ])
  expect(splitText('One two three\nFour five six', 18)).toEqual(['One two three', 'Four five six'])
  expect(splitText('One two three. Four five six', 20)).toEqual(['One two three.', 'Four five six'])
  expect(splitText('One two three four', 10)).toEqual(['One two', 'three four'])
  expect(splitText('今天天氣很好。我們明天再見面吧。', 10)).toEqual([
    '今天天氣很好。',
    '我們明天再見面吧。',
  ])
})

test('a character that people see as one is never cut', () => {
  expect(splitText(FAMILY.repeat(3), 12)).toEqual([FAMILY, FAMILY, FAMILY])
  expect(splitText('e\u0301'.repeat(4), 3)).toEqual(Array(4).fill('e\u0301'))
})

test('whatever the text, no piece is empty or too long or broken, and together they say all of it in order', () => {
  const words = fc.array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(' ', '\n', '\n\n', '. ', '。', FAMILY),
    ),
    { maxLength: 60 },
  )
  fc.assert(
    fc.property(words, fc.integer({ min: 12, max: 60 }), (parts, max) => {
      const text = parts.join('').toWellFormed()
      const pieces = splitText(text, max)
      for (const piece of pieces) {
        expect(piece.trim()).toBe(piece)
        expect(piece.length).toBeGreaterThan(0)
        expect(piece.length).toBeLessThanOrEqual(max)
        expect(piece.isWellFormed()).toBe(true)
      }
      expect(pieces.join('').replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''))
    }),
    { numRuns: 500 },
  )
})
