import fc from 'fast-check'
import { expect, test } from 'vitest'
import { credentialsToRepeat, maskValue } from './credentials'

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

const INTEGRATION = {
  name: 'Zendesk',
  apiKey: 'a-long-key-4242',
  apiUrl: 'https://desk.example.com/api',
  nested: { token: 'another-long-one' },
  enabled: true,
}

test.each([
  ['an address on another host', { apiUrl: 'https://evil.example.net/api' }],
  ['an address without https', { apiUrl: 'http://desk.example.com/api' }],
  ['a bare host', { host: 'evil.example.net' }],
  ['an address deep inside', { hooks: [{ to: 'https://evil.example.net' }] }],
])('%s asks for the credentials that would go along', (_, set) => {
  expect(credentialsToRepeat(INTEGRATION, { set, remove: [] })).toEqual(['apiKey', 'nested'])
})

test('credentials may stay where the host stays, and those typed or removed are not asked for', () => {
  const ask = (set: object, remove: string[] = []) =>
    credentialsToRepeat(INTEGRATION, { set: { ...set }, remove })
  expect(ask({ name: 'Desk' })).toEqual([])
  expect(ask({ apiUrl: 'https://desk.example.com/v2' })).toEqual([])
  expect(ask({ apiUrl: 'https://other.example.com', apiKey: 'typed' }, ['nested'])).toEqual([])
})
