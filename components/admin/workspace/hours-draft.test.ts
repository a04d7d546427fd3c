import { expect, test } from 'vitest'
import { channelSettingsSchema } from '@/lib/domain/channel/channel-settings-schema'
import { isOpenAt, type OpeningHours } from '@/lib/domain/channel/opening-hours'
import { english } from '@/lib/i18n/catalogues'
import { reason } from '@/lib/i18n/reason'
import { DAYS, hoursWords, usualHours, withNewSpan, withSpan } from './hours-draft'

const hours: OpeningHours = {
  timeZone: 'UTC',
  spans: [
    { day: 0, from: '10:00', to: '12:00' },
    { day: 6, from: '22:00', to: '02:00' },
  ],
}

test('the hours that an admin starts from can be saved, and leave the weekend free', () => {
  const settings = channelSettingsSchema.parse({ openingHours: usualHours() })
  expect(settings.openingHours?.spans.map(({ day }) => DAYS[day])).toEqual([
    'workspace.days.monday',
    'workspace.days.tuesday',
    'workspace.days.wednesday',
    'workspace.days.thursday',
    'workspace.days.friday',
  ])
})

test('the names of the days are those by which it is decided who answers', () => {
  const sunday = new Date(Date.UTC(2026, 10, 22, 11))
  expect(sunday.toUTCString()).toMatch(/^Sun/)
  expect(isOpenAt(hours, sunday.getTime())).toBe(true)
  expect(hoursWords(hours).map(english.say)).toEqual([
    'UTC',
    'Sunday 10:00–12:00',
    'Saturday 22:00–02:00',
  ])
})

test('a channel without hours is always open', () => {
  expect(hoursWords(undefined)).toEqual([reason('workspace.hours.always')])
})

test('changing or taking out one span leaves the others', () => {
  const later = { day: 0, from: '11:00', to: '13:00' }
  expect(withSpan(hours, 0, later).spans).toEqual([later, hours.spans[1]])
  expect(withSpan(hours, 0, undefined).spans).toEqual([hours.spans[1]])
  expect(withNewSpan(hours).spans.slice(0, 2)).toEqual(hours.spans)
})
