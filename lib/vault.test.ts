import { expect, test } from 'vitest'
import { openVault } from './vault'

const vault = openVault('a secret of at least thirty-two bytes')

test('a sealed secret opens for its own row only', () => {
  const sealed = vault.seal('token-密', 'connections:1:access_token')
  expect(vault.open(sealed, 'connections:1:access_token')).toBe('token-密')
  expect(() => vault.open(sealed, 'connections:2:access_token')).toThrow()
})

test('a changed byte or another APP_SECRET never opens a secret', () => {
  const sealed = vault.seal('token', 'row')
  const changed = Buffer.from(sealed)
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
  expect(() => vault.open(changed, 'row')).toThrow()
  expect(() => openVault('another secret of thirty-two bytes!').open(sealed, 'row')).toThrow()
})

test('the same secret never looks the same twice', () => {
  expect(vault.seal('token', 'row').equals(vault.seal('token', 'row'))).toBe(false)
})
