import { describe, expect, test } from 'vitest'
import { english, translatorFor } from '@/lib/i18n/catalogues'
import { dayOf, toClock, toDayLabel, toExactTime, toMoment, toShortTime } from './times'

const BERLIN = 'Europe/Berlin'

describe('day borders', () => {
  test('a message just after midnight belongs to the new day of the agent, not of UTC', () => {
    expect(dayOf(Date.parse('2026-11-20T23:00:00Z'), BERLIN)).toBe('2026-11-21')
    expect(dayOf(Date.parse('2026-11-20T22:59:59Z'), BERLIN)).toBe('2026-11-20')
  })

  test('the day the clocks go forward has 23 hours', () => {
    expect(dayOf(Date.parse('2026-03-28T22:59:59Z'), BERLIN)).toBe('2026-03-28')
    expect(dayOf(Date.parse('2026-03-28T23:00:00Z'), BERLIN)).toBe('2026-03-29')
    expect(dayOf(Date.parse('2026-03-29T21:59:59Z'), BERLIN)).toBe('2026-03-29')
    expect(dayOf(Date.parse('2026-03-29T22:00:00Z'), BERLIN)).toBe('2026-03-30')
  })

  test('the day the clocks go back has 25 hours', () => {
    expect(dayOf(Date.parse('2026-10-24T22:00:00Z'), BERLIN)).toBe('2026-10-25')
    expect(dayOf(Date.parse('2026-10-25T22:59:59Z'), BERLIN)).toBe('2026-10-25')
    expect(dayOf(Date.parse('2026-10-25T23:00:00Z'), BERLIN)).toBe('2026-10-26')
  })

  test('a zone that is three quarters off the hour still breaks at its own midnight', () => {
    expect(dayOf(Date.parse('2026-11-20T18:14:59Z'), 'Asia/Kathmandu')).toBe('2026-11-20')
    expect(dayOf(Date.parse('2026-11-20T18:15:00Z'), 'Asia/Kathmandu')).toBe('2026-11-21')
  })
})

const hongKong = translatorFor('zh-HK', 'Asia/Hong_Kong')
const china = translatorFor('zh-CN', 'Asia/Shanghai')

describe('day headings', () => {
  test.each([
    ['2026-11-21', 'Today', '今日', '今天'],
    ['2026-11-20', 'Yesterday', '昨日', '昨天'],
    ['2026-11-18', 'Wednesday', '星期三', '星期三'],
    ['2026-11-15', 'Sunday', '星期日', '星期日'],
    ['2026-11-14', 'Sat 14 November', '11月14日週六', '11月14日周六'],
    ['2025-11-21', '21 November 2025', '2025年11月21日', '2025年11月21日'],
    ['2026-11-22', 'Sun 22 November', '11月22日週日', '11月22日周日'],
  ])('%s is headed %s, %s, %s', (day, inEnglish, inHongKong, inChina) => {
    expect(toDayLabel(day, '2026-11-21', english)).toBe(inEnglish)
    expect(toDayLabel(day, '2026-11-21', hongKong)).toBe(inHongKong)
    expect(toDayLabel(day, '2026-11-21', china)).toBe(inChina)
  })

  test('yesterday stays yesterday across the 23-hour day', () => {
    expect(toDayLabel('2026-03-29', '2026-03-30', english)).toBe('Yesterday')
  })
})

test('a clock time is written for the zone of the agent', () => {
  expect(toClock('2026-11-21T06:02:00Z', hongKong)).toBe('14:02')
  expect(toClock('2026-11-21T16:00:00Z', hongKong)).toBe('00:00')
})

test('a moment names its date only when it is not today', () => {
  const now = Date.parse('2026-11-21T10:00:00Z')
  expect(toMoment('2026-11-21T08:05:00Z', now, english)).toBe('08:05')
  expect(toMoment('2026-11-20T08:05:00Z', now, english)).toBe('20 Nov, 08:05')
  expect(toMoment('2025-11-20T08:05:00Z', now, english)).toBe('20 Nov 2025, 08:05')
  expect(toMoment('2026-11-20T08:05:00Z', now, hongKong)).toBe('11月20日 16:05')
  expect(toMoment('2025-11-20T08:05:00Z', now, china)).toBe('2025年11月20日 16:05')
})

test('an exact time names everything down to the second', () => {
  expect(toExactTime('2026-11-21T06:02:09Z', english)).toBe('21 Nov 2026, 06:02:09')
  expect(toExactTime('2026-11-21T06:02:09Z', hongKong)).toBe('2026年11月21日 14:02:09')
})

test.each([
  ['2026-11-20T14:12:00Z', 'now', '剛剛', '刚刚'],
  ['2026-11-20T02:05:00Z', '02:05', '10:05', '10:05'],
  ['2026-11-18T09:05:00Z', 'Wed', '週三', '周三'],
  ['2026-11-03T09:05:00Z', '3 Nov', '11月3日', '11月3日'],
  ['2025-11-03T09:05:00Z', '3 Nov 2025', '2025年11月3日', '2025年11月3日'],
])('%s is as short as it can be without doubt', (iso, inEnglish, inHongKong, inChina) => {
  const now = Date.parse('2026-11-20T14:12:30Z')
  expect(toShortTime(iso, now, english)).toBe(inEnglish)
  expect(toShortTime(iso, now, hongKong)).toBe(inHongKong)
  expect(toShortTime(iso, now, china)).toBe(inChina)
})
