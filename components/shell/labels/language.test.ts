import { expect, test } from 'vitest'
import { toLanguage } from './language'

test('languages are named, and what is no language is shown as it is', () => {
  expect(toLanguage('zh_HK', 'en-GB')).toMatch(/^Chinese \(Hong Kong/)
  expect(toLanguage('es', 'en-GB')).toBe('Spanish')
  expect(toLanguage('not a language', 'en-GB')).toBe('not a language')
})

test('they are named in the language of the reader', () => {
  expect(toLanguage('es', 'zh-HK')).toBe('西班牙文')
  expect(toLanguage('es', 'zh-CN')).toBe('西班牙语')
})
