import { expect, test } from 'vitest'
import { memberTextFor } from './member-text'

const TEXTS = [
  { language: 'en', text: 'We are closed.' },
  { language: 'zh-HK', text: '我們已休息。' },
  { language: 'zh-CN', text: '我们已下班。' },
]

test.each([
  ['zh_TW', '我們已休息。'],
  ['zh-Hans-SG', '我们已下班。'],
  ['en_US', 'We are closed.'],
  ['ja', 'We are closed.'],
  [null, 'We are closed.'],
])('a member of %s reads: %s', (locale, text) => {
  expect(memberTextFor(TEXTS, locale)).toBe(text)
})

test('one text is for everybody, and no text says nothing', () => {
  expect(memberTextFor('Hello', 'zh-HK')).toBe('Hello')
  expect(memberTextFor('', 'en')).toBeUndefined()
  expect(memberTextFor([], 'en')).toBeUndefined()
  expect(memberTextFor(undefined, 'en')).toBeUndefined()
})
