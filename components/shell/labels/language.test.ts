import { expect, test } from 'vitest'
import { toLanguage } from './language'

test('languages are named, and what is no language is shown as it is', () => {
  expect(toLanguage('zh_HK')).toMatch(/^Chinese \(Hong Kong/)
  expect(toLanguage('es')).toBe('Spanish')
  expect(toLanguage('not a language')).toBe('not a language')
})
