import { expect, test } from 'vitest'
import { TEXT_LENGTH_MAX } from '@/lib/domain/channel'
import { unsendableBecause } from './unsendable-because'

test('a text of exactly the longest length can be sent, one more says by how much it is too long', () => {
  expect(unsendableBecause('a'.repeat(TEXT_LENGTH_MAX))).toBeUndefined()
  expect(unsendableBecause('a'.repeat(TEXT_LENGTH_MAX + 3))).toContain('Too long by 3')
})

test.each(['', '   ', '\n\n'])('%j is nothing to send', (text) => {
  expect(unsendableBecause(text)).toBe('Write something first.')
})
