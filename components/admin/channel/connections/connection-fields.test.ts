import { expect, test } from 'vitest'
import type { ConnectionView } from '@/lib/view/channel-view'
import { toConnectionInput, USUAL_CONNECTION, withDialect } from './connection-fields'

test('the header of the signature changes with the dialect, there and back', () => {
  const there = withDialect('woztell', USUAL_CONNECTION.signatureHeader)
  expect(there).toEqual({ dialect: 'woztell', signatureHeader: 'X-Woztell-Signature' })
  expect(withDialect('stella', there.signatureHeader ?? '')).toEqual({
    dialect: 'stella',
    signatureHeader: 'X-Stella-Signature',
  })
})

test('a header that somebody chose stays when the dialect changes', () => {
  expect(withDialect('woztell', 'X-Own-Signature')).toEqual({ dialect: 'woztell' })
})

test('an empty token is not sent: the stored one stays', () => {
  expect(toConnectionInput(USUAL_CONNECTION, '')).not.toHaveProperty('accessToken')
  expect(toConnectionInput(USUAL_CONNECTION, 'secret')).toHaveProperty('accessToken', 'secret')
})

test('of a connection that is edited only what the form holds is sent', () => {
  const connection: ConnectionView = {
    ...USUAL_CONNECTION,
    id: 'hk',
    tokenHint: '1234',
    createdAt: '2026-11-21T09:00:00Z',
    channels: 2,
    connected: 2,
  }
  expect(Object.keys(toConnectionInput(connection, '')).sort()).toEqual(
    Object.keys(USUAL_CONNECTION).sort(),
  )
})
