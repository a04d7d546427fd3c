import { expect, test } from 'vitest'
import { rangeOf } from './use-row-window'

test('the rows in sight are drawn, and some around them', () => {
  expect(rangeOf({ scrollTop: 0, clientHeight: 640 }, 64, 8)).toEqual({ first: 0, end: 18 })
  expect(rangeOf({ scrollTop: 6400, clientHeight: 640 }, 64, 8)).toEqual({ first: 92, end: 118 })
})

test('a row that shows by a pixel is in sight', () => {
  expect(rangeOf({ scrollTop: 63, clientHeight: 66 }, 64, 0)).toEqual({ first: 0, end: 3 })
})

test('a list that is not on screen draws none', () => {
  expect(rangeOf({ scrollTop: 0, clientHeight: 0 }, 64, 8)).toEqual({ first: 0, end: 0 })
})
