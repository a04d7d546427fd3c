import { expect, test } from 'vitest'
import { toSafeCallback } from './safe-callback'

test('signing in leads back to the page that was asked for', () => {
  expect(toSafeCallback('/inbox/c-1?view=all')).toBe('/inbox/c-1?view=all')
  expect(toSafeCallback(null)).toBe('/inbox')
})

test.each([
  'https://elsewhere.example/inbox',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '\\\\elsewhere.example',
  '/\t/elsewhere.example',
  '/.//elsewhere.example',
  'javascript:alert(1)',
  'http://[',
])('a link that leads away (%s) leads to the inbox', (callbackUrl) => {
  expect(toSafeCallback(callbackUrl)).toBe('/inbox')
})
