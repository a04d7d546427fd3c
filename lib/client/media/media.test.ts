import { expect, test } from 'vitest'
import { isOfShelf } from './media'

const PICTURES = ['/api/conversations/1/media', 'pictures']

test('what stays on screen while a shelf is read anew is an earlier state of the same shelf', () => {
  expect(isOfShelf([...PICTURES, '2 a'], PICTURES)).toBe(true)
  expect(isOfShelf(undefined, PICTURES)).toBe(false)
})

test('neither the other shelf nor that of another conversation is shown meanwhile', () => {
  expect(isOfShelf(['/api/conversations/1/media', 'files', '2 a'], PICTURES)).toBe(false)
  expect(isOfShelf(['/api/conversations/2/media', 'pictures', '2 a'], PICTURES)).toBe(false)
})
