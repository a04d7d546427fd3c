import { expect, test } from 'vitest'
import { isUnavailable } from './unavailable'

function withCode(code: string, cause?: Error) {
  return Object.assign(new Error('no', { cause }), { code })
}

test.each([
  'CONNECTION_CLOSED',
  'ECONNREFUSED',
  '57P01',
  '57P03',
  '53300',
  '40P01',
  '55P03',
  '08006',
])('%s means: not now', (code) => {
  expect(isUnavailable(withCode(code))).toBe(true)
  expect(isUnavailable(new Error('query failed', { cause: withCode(code) }))).toBe(true)
})

test.each(['22P05', '23505', '42P01', 'P0001', ''])('%s means: not like this', (code) => {
  expect(isUnavailable(withCode(code))).toBe(false)
})
