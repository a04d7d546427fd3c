import { createCipheriv, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { deriveKey, fixedRing } from './key-ring'
import { openVault } from './vault'

const FIRST = 'a secret of at least thirty-two bytes'
const SECOND = 'another secret of thirty-two bytes!'
const vault = openVault(FIRST)

test('a sealed secret opens for its own row only', () => {
  const sealed = vault.seal('token-密', 'connections:1:access_token')
  expect(vault.open(sealed, 'connections:1:access_token')).toBe('token-密')
  expect(() => vault.open(sealed, 'connections:2:access_token')).toThrow()
})

test('a changed byte or another APP_SECRET never opens a secret', () => {
  const sealed = vault.seal('token', 'row')
  for (const place of sealed.keys()) {
    const changed = Buffer.from(sealed)
    changed[place] = (changed[place] ?? 0) ^ 1
    expect(() => vault.open(changed, 'row')).toThrow()
    expect(() => vault.open(sealed.subarray(0, place), 'row')).toThrow()
  }
  expect(() => openVault(SECOND).open(sealed, 'row')).toThrow()
})

test('the same secret never looks the same twice', () => {
  expect(vault.seal('token', 'row').equals(vault.seal('token', 'row'))).toBe(false)
})

test('a value names the key that sealed it, and opens while that key is in the ring', () => {
  const sealed = vault.seal('token', 'row')
  const rotated = openVault(fixedRing(SECOND, [FIRST]))
  expect(rotated.open(sealed, 'row')).toBe('token')
  expect(rotated.isCurrent(sealed)).toBe(false)
  const anew = rotated.seal('token', 'row')
  expect(rotated.isCurrent(anew)).toBe(true)
  expect(() => vault.open(anew, 'row')).toThrow(/not here/)
  // A process that is told of the new secret before it is the current one reads both.
  expect(openVault(fixedRing(FIRST, [SECOND])).open(anew, 'row')).toBe('token')
  expect(rotated.currentId()).toBe(openVault(SECOND).currentId())
  expect(rotated.currentId()).not.toBe(vault.currentId())
})

test('what was sealed before keys had names opens under each secret of the ring', () => {
  const nonce = randomBytes(12)
  const key = deriveKey(FIRST, 'stella-inbox secrets at rest')
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from('row'))
  const body = Buffer.concat([cipher.update('old token', 'utf8'), cipher.final()])
  const sealed = Buffer.concat([Buffer.from([1]), nonce, cipher.getAuthTag(), body])
  expect(vault.open(sealed, 'row')).toBe('old token')
  expect(vault.isCurrent(sealed)).toBe(false)
  expect(openVault(fixedRing(SECOND, [FIRST])).open(sealed, 'row')).toBe('old token')
  expect(() => openVault(SECOND).open(sealed, 'row')).toThrow()
})
