import { expect, test } from 'vitest'
import { toCookie, toSetCookie } from './cookies'

test.each(['session', 'device'] as const)(
  'the %s cookie is for this host alone, over https, and out of reach of scripts',
  (what) => {
    expect(toCookie(what, 'https://inbox.example.com')).toEqual({
      name: `__Host-stella-inbox.${what}`,
      options: { httpOnly: true, sameSite: 'lax', path: '/', secure: true },
    })
  },
)

test('on plain http it has no prefix, which browsers would refuse, and the same attributes but one', () => {
  const http = {
    name: 'stella-inbox.session',
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure: false },
  }
  expect(toCookie('session', 'http://localhost:3000')).toEqual(http)
  expect(toCookie('session', undefined)).toEqual(http)
})

test('the header says every attribute of the cookie', () => {
  expect(toSetCookie(toCookie('device', 'https://inbox.example.com'), 'token', 60)).toBe(
    '__Host-stella-inbox.device=token; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure',
  )
  expect(toSetCookie(toCookie('device', undefined), 'token', 60)).not.toContain('Secure')
})
