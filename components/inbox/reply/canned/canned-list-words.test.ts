import { expect, test } from 'vitest'
import { cannedListWords } from './canned-list-words'

const none = { isLoading: false, error: null, search: '', found: [] }
const hours = { id: 'hours', title: 'Opening hours', folder: '', texts: [] }

test('an empty list says whether there are none at all, or none for these words', () => {
  expect(cannedListWords(none)).toBe('No canned replies yet.')
  expect(cannedListWords({ ...none, search: 'hors' })).toBe('No canned reply for “hors”.')
})

test('nobody is told that there are none before they were loaded', () => {
  expect(cannedListWords({ ...none, isLoading: true })).toBe('Loading canned replies…')
})

test('replies from before a failure are not offered as if they were up to date', () => {
  const error = new Error('You are offline.')
  expect(cannedListWords({ ...none, error, found: [hours] })).toBe('You are offline.')
})

test('where some are offered, nothing is said', () => {
  expect(cannedListWords({ ...none, found: [hours] })).toBeUndefined()
})
