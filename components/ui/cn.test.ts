import { expect, test } from 'vitest'
import { cn } from './cn'

test('what comes later replaces what sets the same thing', () => {
  expect(cn('px-3 py-1', 'px-5')).toBe('py-1 px-5')
  expect(cn('text-muted', false, undefined, 'text-bad')).toBe('text-bad')
})

test('a size of ours is no colour: both stay', () => {
  expect(cn('text-meta', 'text-muted')).toBe('text-meta text-muted')
  expect(cn('text-list', 'text-meta')).toBe('text-meta')
})
