import { expect, test } from 'vitest'
import { toAuthAnswer } from './auth-answer'

const SIGNED_OUT = { 'set-cookie': '__Host-stella-inbox.session=; Max-Age=0; Path=/' }

test('a page of the library’s own becomes ours', () => {
  const page = new Response('<html>', { status: 500, headers: { 'content-type': 'text/html' } })
  const answer = toAuthAnswer('signin', 'GET', page)
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/sign-in')
})

test('who has signed out leaves a browser that remembers nothing', () => {
  const clears = (action: string, method: string, headers: HeadersInit) =>
    toAuthAnswer(action, method, new Response('{}', { headers })).headers.get('clear-site-data')
  expect(clears('signout', 'POST', SIGNED_OUT)).toBe('"cache"')
  expect(clears('signout', 'POST', {})).toBeNull()
  expect(clears('signout', 'GET', SIGNED_OUT)).toBeNull()
  expect(clears('callback', 'POST', SIGNED_OUT)).toBeNull()
})
