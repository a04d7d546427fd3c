import { expect, test } from 'vitest'
import { english, translatorFor } from '@/lib/i18n/catalogues'
import { waitWords } from './wait-words'

test('who begins to wait is named while they are two, and counted after', () => {
  const { say } = english
  expect(say(waitWords(['Roy']))).toBe('Roy is waiting for an agent')
  expect(say(waitWords(['Roy', 'Mei']))).toBe('Roy and Mei are waiting for an agent')
  expect(say(waitWords(['Roy', 'Mei', 'Lou', 'Kim']))).toBe(
    'Roy and 3 others are waiting for an agent',
  )
  expect(translatorFor('zh-HK').say(waitWords(['Roy', 'Mei']))).toBe('Roy及Mei正在等候真人客服')
})
