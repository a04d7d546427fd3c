import { expect, test } from 'vitest'
import { toNumberWords } from './number-words'

test('a number on WhatsApp can be dialled as it stands', () => {
  expect(toNumberWords({ externalId: '85260903521' }, { platform: 'whatsapp' })).toBe(
    '+85260903521',
  )
})

test('an id that only looks like a number gets no plus', () => {
  expect(toNumberWords({ externalId: '85260903521' }, { platform: 'messenger' })).toBe(
    '85260903521',
  )
  expect(toNumberWords({ externalId: '12345' }, { platform: 'whatsapp' })).toBe('12345')
  expect(toNumberWords({ externalId: 'US.1234567' }, { platform: 'whatsapp' })).toBe('US.1234567')
})
