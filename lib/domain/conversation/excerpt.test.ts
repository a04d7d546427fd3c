import { expect, test } from 'vitest'
import { toExcerpt } from './excerpt'

test.each([
  ['It broke', 20, 'It broke'],
  ['  two\n lines ', 20, 'two lines'],
  ['The zip of my rain jacket broke', 20, 'The zip of my rain…'],
  ['Well, this – and more of it', 13, 'Well, this…'],
  ['拉鍊在第二天就壞了，我只穿過一次', 8, '拉鍊在第二天就…'],
  ['Donaudampfschifffahrtsgesellschaft', 12, 'Donaudampfs…'],
])('%s in %d is %s', (text, max, excerpt) => {
  expect(toExcerpt(text, max)).toBe(excerpt)
  expect(toExcerpt(text, max).length).toBeLessThanOrEqual(max)
})
