import { expect, test } from 'vitest'
import { isKnownPortrait } from './portrait'

const AT = 'https://cdn.example/roy.jpg'

test('a picture that we have is the same under another signature, and another one elsewhere', () => {
  const known = { pictureOf: `${AT}?sig=1`, pictureSha256: 'abc' }
  expect(isKnownPortrait(known, `${AT}?sig=2`)).toBe(true)
  expect(isKnownPortrait(known, 'https://cdn.example/roy-2.jpg?sig=1')).toBe(false)
})

test('what could not be had is tried again under another signature, and not under the same', () => {
  const known = { pictureOf: `${AT}?sig=1`, pictureSha256: null }
  expect(isKnownPortrait(known, `${AT}?sig=1`)).toBe(true)
  expect(isKnownPortrait(known, `${AT}?sig=2`)).toBe(false)
  expect(isKnownPortrait({ pictureOf: null, pictureSha256: null }, AT)).toBe(false)
})
