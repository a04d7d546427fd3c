import { expect, test } from 'vitest'
import { assertSameOrigin } from './same-origin'

const PLAIN: Parameters<typeof assertSameOrigin>[1] = {
  PUBLIC_URL: undefined,
  TRUSTED_PROXY_HOPS: 0,
}
const PUBLIC = { PUBLIC_URL: 'https://inbox.example', TRUSTED_PROXY_HOPS: 0 }
const PROXIED = { PUBLIC_URL: undefined, TRUSTED_PROXY_HOPS: 1 }
const HOST = { host: 'localhost:3000' }
const JSON_TYPE = { 'content-type': 'application/json' }

function isTaken(headers: Record<string, string>, origins = PLAIN, method = 'POST') {
  const request = new Request('http://localhost:3000/api/me', { method, headers })
  try {
    assertSameOrigin(request, origins)
    return true
  } catch (error) {
    expect(error).toMatchObject({ code: 'forbidden' })
    return false
  }
}

test('a browser’s own word on where a change comes from is believed', () => {
  expect(isTaken({ ...HOST, 'sec-fetch-site': 'same-origin' })).toBe(true)
  for (const site of ['cross-site', 'same-site', 'nonsense'])
    expect(isTaken({ ...HOST, ...JSON_TYPE, 'sec-fetch-site': site }), site).toBe(false)
})

test('an origin must be ours with its scheme and port: by the setting, or as we were asked', () => {
  const from = (origin: string, origins = PLAIN, more = {}) =>
    isTaken({ ...HOST, ...JSON_TYPE, ...more, origin }, origins)
  expect(from('http://localhost:3000')).toBe(true)
  for (const origin of [
    'https://localhost:3000',
    'http://localhost',
    'http://evil.example',
    'null',
  ])
    expect(from(origin), origin).toBe(false)
  expect(from('https://inbox.example', PUBLIC)).toBe(true)
  expect(from('http://inbox.example', PUBLIC)).toBe(false)
})

test('what a proxy says counts only where a proxy of ours is expected', () => {
  const forwarded = { 'x-forwarded-host': 'inbox.example', 'x-forwarded-proto': 'https' }
  const headers = { ...HOST, ...forwarded, origin: 'https://inbox.example' }
  expect(isTaken(headers, PLAIN)).toBe(false)
  expect(isTaken(headers, PROXIED)).toBe(true)
  expect(isTaken({ ...headers, 'x-forwarded-host': 'evil.example, other.example' }, PROXIED)).toBe(
    false,
  )
})

test('who says nothing of where they come from sends what no form can send', () => {
  for (const type of [
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain;charset=UTF-8',
    'TEXT/PLAIN',
  ])
    expect(isTaken({ ...HOST, 'content-type': type }), type).toBe(false)
  expect(isTaken(HOST)).toBe(false)
  expect(isTaken({ ...HOST, ...JSON_TYPE })).toBe(true)
  expect(isTaken({ ...HOST, 'content-type': 'text/plain', 'x-requested-with': 'script' })).toBe(
    true,
  )
  for (const method of ['PUT', 'PATCH', 'DELETE'])
    expect(isTaken(HOST, PLAIN, method), method).toBe(true)
})

test('reading is never held back', () => {
  for (const method of ['GET', 'HEAD'])
    expect(isTaken({ 'sec-fetch-site': 'cross-site' }, PLAIN, method)).toBe(true)
})
