import { expect, test } from 'vitest'
import { CATALOGUES, messagesFor } from './catalogues'
import type { Room } from './message-catalogue'

test('what a page is given of a catalogue are plain objects: React hands over nothing else', () => {
  const rooms = Object.keys(CATALOGUES.en) as Room[]
  expect(oddIn(messagesFor('en-GB', rooms))).toEqual([])
})

function oddIn(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return Array.isArray(value) ? value.flatMap((each, at) => oddIn(each, `${path}.${at}`)) : []
  const odd = Object.getPrototypeOf(value) === Object.prototype ? [] : [path]
  return [
    ...odd,
    ...Object.entries(value).flatMap(([name, each]) => oddIn(each, `${path}.${name}`)),
  ]
}
