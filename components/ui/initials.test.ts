import { expect, test } from 'vitest'
import { toHue, toInitials } from './initials'

test.each([
  ['陳大文 Chan Tai Man', '陳'],
  ['小明 🐼', '小'],
  ['김민수', '김'],
  ['Roy', 'RO'],
  ['Priya Lakshmi-Venkataraman O’Connor', 'PO'],
  ['Chan 大文', 'CH'],
  ['Étienne', 'ÉT'],
  ['+852 6090 3521', '21'],
  ['85260903521', '21'],
  ['🐼', '🐼'],
  ['李', '李'],
  ['x', 'X'],
  ['  ', '?'],
  ['', '?'],
])('%s is shown as %s', (name, initials) => {
  expect(toInitials(name)).toBe(initials)
})

test('a name keeps its colour, and colours differ among names', () => {
  const names = ['Roy', '陳大文', 'Mei Kwan', 'Jonas', 'Sofia', 'Terence', '小明', 'Priya']
  expect(names.map(toHue)).toEqual(names.map(toHue))
  expect(new Set(names.map(toHue)).size).toBeGreaterThan(3)
})
