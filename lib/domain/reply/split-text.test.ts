import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOf } from './field-rules'
import { splitText } from './split-text'

const FAMILY = '👨‍👩‍👧‍👦'

test('a text that fits is one piece, blank space is none', () => {
  expect(splitText('Hello', { lengthMax: 10 })).toEqual(['Hello'])
  expect(splitText('  \n ', { lengthMax: 10 })).toEqual([])
})

test('a text is cut after a paragraph, else a line, a sentence, a word', () => {
  expect(splitText('One two three.\n\nFour five six.', { lengthMax: 20 })).toEqual([
    'One two three.',
    'Four five six.',
  ])
  expect(splitText('One two three\nFour five six', { lengthMax: 18 })).toEqual([
    'One two three',
    'Four five six',
  ])
  expect(splitText('One two three. Four five six', { lengthMax: 20 })).toEqual([
    'One two three.',
    'Four five six',
  ])
  expect(splitText('One two three four', { lengthMax: 10 })).toEqual(['One two', 'three four'])
  expect(splitText('今天天氣很好。我們明天再見面吧。', { lengthMax: 10 })).toEqual([
    '今天天氣很好。',
    '我們明天再見面吧。',
  ])
})

test('a character that people see as one is never cut', () => {
  expect(splitText(FAMILY.repeat(3), { lengthMax: 12 })).toEqual([FAMILY, FAMILY, FAMILY])
  expect(splitText('e\u0301'.repeat(4), { lengthMax: 3 })).toEqual(Array(4).fill('e\u0301'))
})

test('where the platform counts bytes, pieces are cut by bytes', () => {
  const text = '今天天氣很好。'.repeat(100)
  const pieces = splitText(text, { lengthMax: 2_000, bytesMax: 1_000 })
  expect(pieces.length).toBe(3)
  expect(pieces.join('')).toBe(text)
  for (const piece of pieces) expect(bytesOf(piece)).toBeLessThanOrEqual(1_000)
  expect(splitText('é'.repeat(500), { lengthMax: 2_000, bytesMax: 1_000 })).toHaveLength(1)
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
    fc.property(words, fc.integer({ min: 12, max: 60 }), fc.boolean(), (parts, max, inBytes) => {
      const text = parts.join('').toWellFormed()
      const limit = inBytes ? { lengthMax: max, bytesMax: max } : { lengthMax: max }
      const pieces = splitText(text, limit)
      for (const piece of pieces) {
        expect(piece.trim()).toBe(piece)
        expect(piece.length).toBeGreaterThan(0)
        expect(inBytes ? bytesOf(piece) : piece.length).toBeLessThanOrEqual(max)
        expect(piece.isWellFormed()).toBe(true)
      }
      expect(pieces.join('').replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''))
    }),
    { numRuns: 500 },
  )
})
