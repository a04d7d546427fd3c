import { describe, expect, test } from 'vitest'
import { english, translatorFor } from './catalogues'
import { reason, schemaMessage, toSaid } from './reason'

const hongKong = translatorFor('zh-HK', 'Asia/Hong_Kong')
const china = translatorFor('zh-CN', 'Asia/Shanghai')

test('a reason is said in the language of whoever reads it, with its values as they write them', () => {
  const ago = reason('channelAdmin.health.lastAgo', { span: { ms: 7_500_000, style: 'long' } })
  expect(english.say(ago)).toBe('Last webhook 2 hours, 5 minutes ago')
  expect(hongKong.say(ago)).toBe('上次推送：2 小時 5 分鐘前')
})

test('a reason within a reason is said in the same language', () => {
  const both = reason('channelAdmin.health.lastAgo', {
    span: { list: ['A', reason('common.save')] },
  })
  expect(english.say(both)).toBe('Last webhook A and Save ago')
  expect(china.say(both)).toBe('上次推送：A和保存前')
})

test('words that somebody else said stay as they are, braces and all', () => {
  expect(english.say('Token {expired} <b>')).toBe('Token {expired} <b>')
})

test('an old entry with a key that is gone shows the key and breaks nothing', () => {
  expect(english.say({ key: 'gone.since' as never, values: { name: 'x' } })).toBe('gone.since')
})

test('the message of a schema is read back as the reason that it was', () => {
  expect(toSaid(schemaMessage('failure.server', { status: 500 }))).toEqual(
    reason('failure.server', { status: 500 }),
  )
  expect(toSaid('Invalid input')).toBe('Invalid input')
  expect(toSaid('{"key":')).toBe('{"key":')
})

describe('amounts', () => {
  test.each([
    [0, '0m', '0 minutes'],
    [59_000, '0m', '0 minutes'],
    [180_000, '3m', '3 minutes'],
    [7_200_000, '2h', '2 hours'],
    [7_500_000, '2h 5m', '2 hours, 5 minutes'],
    [172_800_000, '2d', '2 days'],
    [-5, '0m', '0 minutes'],
  ])('%s ms are %s, in a sentence %s', (ms, narrow, long) => {
    expect(english.duration(ms)).toBe(narrow)
    expect(english.duration(ms, { style: 'long' })).toBe(long)
  })

  test('seconds are told only where they count', () => {
    expect(english.duration(125_000, { finest: 'seconds' })).toBe('2m 5s')
    expect(english.duration(48_000, { finest: 'seconds' })).toBe('48s')
  })

  test('what is over a limit never reads as the limit', () => {
    expect(english.size(5 * 1024 ** 2)).toBe('5 MB')
    expect(english.size(5 * 1024 ** 2 + 1, 'up')).toBe('5.1 MB')
    expect(english.size(84 * 1024)).toBe('84 kB')
    expect(english.size(10)).toBe('10 bytes')
  })

  test('a moment is written for the reader’s zone', () => {
    const at = Date.parse('2026-11-21T06:02:00Z')
    expect(hongKong.time(at)).toBe('14:02')
    expect(english.time(at)).toBe('06:02')
    expect(english.moment(at)).toBe('21 Nov 2026, 06:02')
    expect(china.date(at)).toBe('2026年11月21日')
  })
})

test('the pseudo-locale lengthens words and leaves arguments alone', () => {
  expect(translatorFor('en-XA').t('channelAdmin.health.lastAgo', { span: '3m' })).toMatch(
    /^Ļášţ ŵéƀĥóóķ 3m áĝó~[~ ]*$/,
  )
})
