import { expect, test } from 'vitest'
import { toItemWords, toTotalWords } from './order-words'

test('an item says how many and at what price, as far as the platform told', () => {
  expect(toItemWords({ productId: 'a', quantity: 2, price: 49.5, currency: 'HKD' })).toBe(
    '2 × HKD 49.50',
  )
  expect(toItemWords({ productId: 'a', quantity: 3 })).toBe('3 ×')
})

test('a total is shown only where it is certain', () => {
  const hkd = { productId: 'a', quantity: 2, price: 49.5, currency: 'HKD' }
  expect(toTotalWords([hkd, { ...hkd, quantity: 1 }])).toBe('HKD 148.50')
  expect(toTotalWords([hkd, { ...hkd, currency: 'USD' }])).toBeUndefined()
  expect(toTotalWords([hkd, { productId: 'b' }])).toBeUndefined()
  expect(toTotalWords([])).toBeUndefined()
})
