import { expect, test } from 'vitest'
import { TEXT_LENGTH_MAX } from '@/lib/domain/channel/channel'
import { unsendableBecause } from './unsendable-because'

test('a text of exactly the longest length can be sent, one more says by how much it is too long', () => {
  expect(unsendableBecause('a'.repeat(TEXT_LENGTH_MAX), 'whatsapp')).toBeUndefined()
  expect(unsendableBecause('a'.repeat(TEXT_LENGTH_MAX + 3), 'whatsapp')).toContain('Too long by 3')
})

test.each(['', '   ', '\n\n'])('%j is nothing to send', (text) => {
  expect(unsendableBecause(text, 'web')).toBe('Write something first.')
})

test('where the platform counts bytes, so does the composer', () => {
  const text = '字'.repeat(400)
  expect(unsendableBecause(text, 'instagram')).toContain('1,000 bytes')
  expect(unsendableBecause(text, 'messenger')).toBeUndefined()
})
