import { expect, test } from 'vitest'
import { matchLocale } from './locale'

test.each([
  ['zh-TW,zh;q=0.9,en;q=0.8', 'zh-TW'],
  ['zh-HK', 'zh-HK'],
  ['zh-MO', 'zh-HK'],
  ['zh-Hant', 'zh-TW'],
  ['yue', 'zh-HK'],
  ['zh', 'zh-CN'],
  ['zh-Hans-MY', 'zh-CN'],
  ['zh-SG', 'zh-SG'],
  ['en', 'en-US'],
  ['en-AU', 'en-GB'],
  ['en-HK', 'en-HK'],
  ['fr-FR,zh-TW;q=0.7,en;q=0.3', 'zh-TW'],
  ['en;q=0.2, zh-CN;q=0.9', 'zh-CN'],
  ['zh-TW;q=0,en-US', 'en-US'],
  ['de', 'en-GB'],
  ['*', 'en-GB'],
  ['not a tag at all;;q=x', 'en-GB'],
  ['', 'en-GB'],
  [null, 'en-GB'],
])('who asks for %s gets %s', (accepted, locale) => {
  expect(matchLocale(accepted)).toBe(locale)
})
