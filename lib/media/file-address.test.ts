import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openFileAddresses } from './file-address'

const files = openFileAddresses(keysOf(randomBytes(32)), 'https://inbox.example.com/')
function keysOf(...keys: Buffer[]) {
  return () => keys
}

const NOW = Date.parse('2026-11-21T12:00:00Z')
const WEEK_MS = 7 * 86_400_000

test('an address opens its file for a week, and then nothing', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.integer({ min: 0, max: 2 * WEEK_MS }), (id, later) => {
      const token = tokenOf(files.addressOf(id, NOW))
      expect(files.read(token, NOW + later)).toBe(later < WEEK_MS ? id : undefined)
    }),
  )
})

test('an address with any character changed, cut or added opens nothing', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.nat(), fc.constantFrom(...'AQgw09-_zZ'), (id, at, other) => {
      const token = tokenOf(files.addressOf(id, NOW))
      const place = at % token.length
      const changed = token.slice(0, place) + other + token.slice(place + 1)
      if (changed !== token) expect(files.read(changed, NOW)).toBeUndefined()
      expect(files.read(token.slice(0, place), NOW)).toBeUndefined()
      expect(files.read(token + other, NOW)).toBeUndefined()
    }),
  )
  fc.assert(fc.property(fc.string(), (text) => files.read(text, NOW) === undefined))
})

test('the key of another inbox opens nothing; an inbox without a public address gives none out', () => {
  const id = crypto.randomUUID()
  const other = openFileAddresses(keysOf(randomBytes(32)), undefined)
  expect(other.read(tokenOf(files.addressOf(id, NOW)), NOW)).toBeUndefined()
  expect(other.addressOf(id, NOW)).toBeUndefined()
})

function tokenOf(address: string | undefined): string {
  return address?.split('/').at(-1) ?? ''
}

test('an address that was made under the old key opens its file while that key is in the ring', () => {
  const [old, current] = [randomBytes(32), randomBytes(32)]
  const base = 'https://inbox.example.com'
  const id = '0b6f3e2a-1c1d-4b7e-9a55-0a1b2c3d4e5f'
  const token = tokenOf(openFileAddresses(keysOf(old), base).addressOf(id, NOW))
  const after = openFileAddresses(keysOf(current, old), base)
  expect(after.read(token, NOW)).toBe(id)
  expect(openFileAddresses(keysOf(current), base).read(token, NOW)).toBeUndefined()
  expect(
    openFileAddresses(keysOf(current), base).read(tokenOf(after.addressOf(id, NOW)), NOW),
  ).toBe(id)
})

test('an address that another process has signed with a newer key opens its file at once', () => {
  const [older, newer] = [randomBytes(32), randomBytes(32)]
  const elsewhere = openFileAddresses(keysOf(newer, older), 'https://inbox.example.com/')
  let keys = [older]
  const here = openFileAddresses(
    () => keys,
    'https://inbox.example.com/',
    () => {
      const isNew = keys.length === 1
      keys = [newer, older]
      return isNew
    },
  )
  const id = '0f7b2c1e-9d36-4a58-8a51-1d7b8f6f2a10'
  const token = tokenOf(elsewhere.addressOf(id, NOW))
  expect(here.read(token, NOW)).toBe(id)
  expect(here.read(`${token.slice(0, -1)}!`, NOW)).toBeUndefined()
})
