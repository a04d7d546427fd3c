import { expect, test } from 'vitest'
import { keepScrollPosition, recallScrollPosition } from './kept-scroll-positions'

const position = (offset: number) => ({ offset, measurements: [] })

test('a thread opens where it was left, until it is left at its end', () => {
  keepScrollPosition('roy', position(420))
  expect(recallScrollPosition('roy')).toEqual(position(420))
  keepScrollPosition('roy', undefined)
  expect(recallScrollPosition('roy')).toBeUndefined()
})

test('of more than fifty threads the one left longest ago is forgotten', () => {
  for (let thread = 0; thread < 50; thread++)
    keepScrollPosition(`thread ${thread}`, position(thread))
  // Left once more, so that the second is the oldest now.
  keepScrollPosition('thread 0', position(7))
  keepScrollPosition('one more', position(1))
  expect(recallScrollPosition('thread 1')).toBeUndefined()
  expect(recallScrollPosition('thread 0')).toEqual(position(7))
  expect(recallScrollPosition('thread 2')).toEqual(position(2))
})
