import { expect, test } from 'vitest'
import { SERVICE_NOTES } from '@/lib/domain/message/service-notes'
import { english } from '@/lib/i18n/catalogues'
import { toServiceWords } from './service-words'

test.each([
  ['joined Mei, Roy Li', 'Mei, Roy Li joined the group'],
  ['joined', 'Someone joined the group'],
  ['group-named Summer sale', 'The group is now called “Summer sale”'],
  ['pinned Open until nine', 'Pinned: “Open until nine”'],
  ['auto-delete 86400', 'Messages delete themselves after 24 hours'],
  ['auto-delete 3600', 'Messages delete themselves after 1 hour'],
  ['auto-delete 0', 'Messages no longer delete themselves'],
  ['paid 128.50 HKD', 'The member paid 128.50 HKD'],
  ['menu-pictures 1', 'The member is sending a photo from the menu'],
  ['menu-pictures 3', 'The member is sending 3 photos from the menu'],
])('%s: %s', (detail, words) => {
  expect(said(detail)).toBe(words)
})

test('every note is a sentence, with and without what it is about, and no other is', () => {
  for (const note of SERVICE_NOTES) {
    expect(said(note)).toMatch(/^[A-Z]/)
    expect(said(`${note} 7`).length).toBeGreaterThan(5)
  }
  for (const other of ['', 'toString', 'nothing here'])
    expect(toServiceWords(other)).toBeUndefined()
})

function said(detail: string): string {
  return english.say(toServiceWords(detail) ?? '')
}
