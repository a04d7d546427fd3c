import { v5 } from 'uuid'
import { expect, test } from 'vitest'
import { seeded } from '@/lib/domain/fold/testing-storm'
import { idOf } from './ids'

const NAMESPACE = '6f2d9a52-54b6-4c0e-9a8e-3f1a7b8c9d10'

test('a name has the id that it always had: UUID v5 of the one namespace', () => {
  expect(idOf('')).toBe(v5('', NAMESPACE))
  const random = seeded(5)
  for (let round = 0; round < 2_000; round += 1) {
    const units = Array.from({ length: Math.floor(random() * 40) }, () =>
      Math.floor(random() * 0x10000),
    )
    const name = `message\n${String.fromCharCode(...units).toWellFormed()}`
    expect(idOf(name)).toBe(v5(name, NAMESPACE))
  }
})

test('half a surrogate pair has none', () => {
  expect(() => idOf('\ud800')).toThrow(URIError)
})
