import { expect, test } from 'vitest'
import { reason } from '@/lib/i18n/reason'
import { cannedListWords } from './canned-list-words'

const none = { isLoading: false, error: null, search: '', found: [] }
const hours = { id: 'hours', title: 'Opening hours', folder: '', texts: [] }

test('an empty list says whether there are none at all, or none for these words', () => {
  expect(cannedListWords(none)).toEqual(reason('composer.canned.none'))
  expect(cannedListWords({ ...none, search: 'hors' })).toEqual(
    reason('composer.canned.noneFor', { search: 'hors' }),
  )
})

test('nobody is told that there are none before they were loaded', () => {
  expect(cannedListWords({ ...none, isLoading: true })).toEqual(reason('composer.canned.loading'))
})

test('replies from before a failure are not offered as if they were up to date', () => {
  const error = new Error('You are offline.')
  expect(cannedListWords({ ...none, error, found: [hours] })).toBe('You are offline.')
})

test('where some are offered, nothing is said', () => {
  expect(cannedListWords({ ...none, found: [hours] })).toBeUndefined()
})
