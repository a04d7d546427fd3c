import { expect, test } from 'vitest'
import { toCoordinates, toCoordinateText } from './to-coordinates'

test.each([
  ['22.2819, 114.1589', 22.2819, 114.1589],
  [' -33.86;151.2 ', -33.86, 151.2],
  ['22.2819 114.1589', 22.2819, 114.1589],
])('%j is a place', (text, latitude, longitude) => {
  expect(toCoordinates(text)).toEqual({ latitude, longitude })
})

test.each(['', '22.2819', '22.2819,', 'Central', '22.2819, 114.1589, 7'])('%j is none', (text) => {
  expect(toCoordinates(text)).toEqual({ latitude: Number.NaN, longitude: Number.NaN })
})

test('a form that opens again shows the numbers it was given, and an empty one none', () => {
  const place = toCoordinates('22.2819; -114.1589')
  expect(toCoordinates(toCoordinateText(place))).toEqual(place)
  expect(toCoordinateText(toCoordinates('somewhere'))).toBe('')
})
