import { expect, test } from 'vitest'
import { isFaultOfValues, isRefusedForValues, isUnavailable } from './unavailable'

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
  '57014',
  '25006',
  '58030',
  '08006',
  'EHOSTUNREACH',
  'EAI_AGAIN',
])('%s means: not now', (code) => {
  expect(isUnavailable(withCode(code))).toBe(true)
  expect(isUnavailable(new Error('query failed', { cause: withCode(code) }))).toBe(true)
})

test.each(['22P05', '23505', '42P01', 'P0001', ''])('%s means: not like this', (code) => {
  expect(isUnavailable(withCode(code))).toBe(false)
})

test.each(['22P05', '23505', '54000', 'P0001', 'XX000', '', 'ERR_INVALID_ARG_TYPE'])(
  '%s is the fault of what was said',
  (code) => {
    expect(isFaultOfValues(withCode(code))).toBe(true)
  },
)

test.each(['57014', '55P03', '40P01', '53100', 'ECONNRESET', '42P01', '42703', '42501', '0A000'])(
  '%s is not the fault of what was said',
  (code) => {
    expect(isFaultOfValues(withCode(code))).toBe(false)
  },
)

test.each(['22P05', '23505', '54000', 'P0001', 'XX000'])('%s is refused by Postgres', (code) => {
  expect(isRefusedForValues(withCode(code))).toBe(true)
})

test.each(['', 'ERR_INVALID_ARG_TYPE', 'ECONNREFUSED', 'ESOMETHINGNEW', '57P03', '42P01'])(
  '%s is no refusal of what was said, so nothing is put aside for it',
  (code) => {
    expect(isRefusedForValues(withCode(code))).toBe(false)
  },
)
