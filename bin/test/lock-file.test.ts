import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Entry {
  version?: string
  integrity?: string
  resolved?: string
  link?: boolean
  inBundle?: boolean
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Entry>
}
const installed = Object.entries(packages).filter(
  ([folder, { link, inBundle }]) => folder !== '' && !link && !inBundle,
)

test('every package is told by its hash, those for other systems too', () => {
  expect(installed.length).toBeGreaterThan(100)
  const unnamed = installed.filter(([, { integrity }]) => !/^sha512-\S{88}$/.test(integrity ?? ''))
  expect(unnamed.map(([folder]) => folder)).toEqual([])
})

test('no package is bound to a registry: npm asks the one that is set where it runs', () => {
  const bound = installed.filter(([, { resolved }]) => resolved !== undefined)
  expect(bound.map(([folder]) => folder)).toEqual([])
})
