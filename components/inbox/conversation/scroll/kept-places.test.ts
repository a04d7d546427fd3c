import { expect, test } from 'vitest'
import { keepPlace, recallPlace } from './kept-places'

const place = (offset: number) => ({ offset, measurements: [] })

test('a thread opens where it was left, until it is left at its end', () => {
  keepPlace('roy', place(420))
  expect(recallPlace('roy')).toEqual(place(420))
  keepPlace('roy', undefined)
  expect(recallPlace('roy')).toBeUndefined()
})

test('of more than fifty threads the one left longest ago is forgotten', () => {
  for (let thread = 0; thread < 50; thread++) keepPlace(`thread ${thread}`, place(thread))
  // Left once more, so that the second is the oldest now.
  keepPlace('thread 0', place(7))
  keepPlace('one more', place(1))
  expect(recallPlace('thread 1')).toBeUndefined()
  expect(recallPlace('thread 0')).toEqual(place(7))
  expect(recallPlace('thread 2')).toEqual(place(2))
})
