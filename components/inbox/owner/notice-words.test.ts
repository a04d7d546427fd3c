import { expect, test } from 'vitest'
import { english } from '@/lib/i18n/catalogues'
import type { ActivityView } from '@/lib/view/activity-view'
import { toNoticeWords } from './notice-words'

test('a call says whose it was, how it ended, and how long it took', () => {
  expect(words('call-missed')).toBe('Missed call from the member')
  expect(words('call-taken', '65')).toMatch(/^The member called, and the call was taken: 1 min/)
  expect(words('our-call-missed')).toBe('Your side called, and the member did not answer')
})

test('what the platform said in its own words stands as it said it', () => {
  expect(words('id-changed', 'Roy changed from 1 to 2')).toBe('Roy changed from 1 to 2')
  expect(words('id-changed')).toBe('The member changed their number')
  expect(words('noticed', 'A notice of tomorrow’s kind')).toBe('A notice of tomorrow’s kind')
})

test('how a member came is said with the link or code, where it is known', () => {
  expect(words('came-by-link', 'summer')).toBe('The member came by a link: summer')
  expect(words('came-by-link')).toBe('The member came by a link')
  expect(words('came-by-code', 'A7')).toBe('The member came by code “A7”')
  expect(words('came-by-code')).toBe('The member scanned a code')
})

test('who blocked the bot reads no reply: the agent is told so', () => {
  expect(words('blocked')).toContain('replies will not arrive')
  expect(words('unblocked')).not.toContain('not arrive')
})

function words(kind: ActivityView['kind'], detail?: string): string {
  const at = '2026-11-21T10:00:00Z'
  return english.say(toNoticeWords({ id: kind, at, order: at, kind, detail }))
}
