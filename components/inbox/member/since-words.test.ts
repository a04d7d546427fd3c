import { expect, test } from 'vitest'
import { toSinceWords } from './since-words'

test.each([
  [{ memberSince: '2020-06-30T07:37:12Z', locale: 'en' }, 'Member since 30 Jun 2020 · English'],
  [{ memberSince: '2020-06-30T23:37:12Z' }, 'Member since 1 Jul 2020'],
  [{ locale: 'zh_HK' }, 'Chinese (Hong Kong)'],
])('%o reads as %s', (member, words) => {
  expect(toSinceWords(member, 'Asia/Hong_Kong')).toBe(words)
})

test('nothing is said where Stella told nothing', () => {
  expect(toSinceWords({}, 'UTC')).toBeUndefined()
})
