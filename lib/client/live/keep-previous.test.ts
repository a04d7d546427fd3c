import { expect, test } from 'vitest'
import { keepPreviousOf } from './keep-previous'

const keep = keepPreviousOf(['/api/conversations/1/media', 'pictures'])
const readAs = (...queryKey: unknown[]) => keep('earlier', { queryKey })

test('what stays on screen while something is read anew is an earlier state of the same', () => {
  expect(readAs('/api/conversations/1/media', 'pictures', '2 a')).toBe('earlier')
  expect(keep('earlier', undefined)).toBeUndefined()
})

test('neither another tab nor another conversation is shown meanwhile', () => {
  expect(readAs('/api/conversations/1/media', 'files', '2 a')).toBeUndefined()
  expect(readAs('/api/conversations/2/media', 'pictures', '2 a')).toBeUndefined()
})
