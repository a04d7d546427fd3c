import { expect, test } from 'vitest'
import { translatorFor } from '@/lib/i18n/catalogues'
import { toSinceWords } from './since-words'

test.each([
  [{ memberSince: '2020-06-30T07:37:12Z', locale: 'en' }, 'Member since 30 Jun 2020 · English'],
  [{ memberSince: '2020-06-30T23:37:12Z' }, 'Member since 1 Jul 2020'],
  [{ locale: 'zh_HK' }, 'Chinese (Hong Kong)'],
])('%o reads as %s', (member, words) => {
  const { say, tag } = translatorFor('en-GB', 'Asia/Hong_Kong')
  expect(say(toSinceWords(member, tag) ?? '')).toBe(words)
})

test('nothing is said where Stella told nothing', () => {
  expect(toSinceWords({}, 'en-GB')).toBeUndefined()
})
