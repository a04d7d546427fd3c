import { expect, test } from 'vitest'
import { toDigits } from './search'

test.each([
  ['+852 9123 0001', '85291230001'],
  ['(852) 91230001', '85291230001'],
  ['9123-0001', '91230001'],
  ['00852 9123 0001', '85291230001'],
  ['＋８５２ ９１２３ ０００１', '85291230001'],
  ['123', undefined],
  ['LAMP-9123', undefined],
  ['', undefined],
])('of %j the digits are %j', (q, digits) => {
  expect(toDigits(q)).toBe(digits)
})
