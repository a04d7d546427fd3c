import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskValue } from './credentials'

test('plain fields are shown, and of everything else at most the last four characters', () => {
  const fields = { name: 'Zendesk', accessToken: 'abcdef-123456', pin: 1234, on: true, no: null }
  expect(
    maskValue('', { ...fields, deep: { clientKey: 'short', list: ['a-long-enough-key'] } }),
  ).toEqual({
    name: 'Zendesk',
    accessToken: '••••3456',
    pin: '••••',
    on: true,
    no: null,
    deep: { clientKey: '••••', list: ['••••-key'] },
  })
})

test('a long text under any other name never comes through', () => {
  const secret = fc.string({ minLength: 5, maxLength: 60 })
  fc.assert(
    fc.property(secret, fc.constantFrom('token', 'apiKey', 'secret', 'id', 'url'), (text, name) => {
      const shown = String(maskValue(name, text))
      expect(shown.replace('••••', '').length).toBeLessThanOrEqual(4)
    }),
  )
})
