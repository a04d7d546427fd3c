import { expect, test } from 'vitest'
import { assertMayScrape } from './may-scrape'

const asked = (address: string, directly: boolean, authorization = '') =>
  new Headers({
    'x-forwarded-for': address,
    'x-asked-directly': directly ? '1' : '0',
    ...(authorization && { authorization }),
  })
const outcome = (headers: Headers, token?: string) => {
  try {
    assertMayScrape(headers, token)
    return 'may'
  } catch (error) {
    return (error as { code: string }).code
  }
}

test('without a token the figures are for programs on this machine alone', () => {
  for (const address of ['127.0.0.1', '::1', '127.0.0.53'])
    expect(outcome(asked(address, true)), address).toBe('may')
  for (const address of ['10.0.0.1', '203.0.113.7', '127.0.0.1.evil.example', '', '::2'])
    expect(outcome(asked(address, true)), address).toBe('forbidden')
})

test('what a proxy on this machine passes on is not from this machine', () => {
  expect(outcome(asked('127.0.0.1', false))).toBe('forbidden')
  expect(outcome(new Headers())).toBe('forbidden')
})

test('with a token it is asked of everybody, from wherever they come', () => {
  const token = 'a token for the scraper'
  expect(outcome(asked('203.0.113.7', false, `Bearer ${token}`), token)).toBe('may')
  for (const given of ['', token, 'Bearer ', `Bearer ${token}x`, `Basic ${token}`])
    expect(outcome(asked('127.0.0.1', true, given), token), given).toBe('unauthenticated')
})
