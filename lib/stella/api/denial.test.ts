import { expect, test } from 'vitest'
import { denialOf } from './denial'

test.each([
  'The access token is not valid.',
  'access_token is required',
  'Invalid token',
  'Access Token expired',
  'Unauthorized',
  'API key not found',
])('“%s” with ok: 0 is about the token', (reason) => {
  expect(denialOf(200, reason)).toBe('token')
})

test.each([
  'The access token needs one of these scopes: member:read.',
  'Insufficient permissions',
  'Missing scope bot:sendResponses',
  'Permission denied',
])('“%s” with ok: 0 is about a scope', (reason) => {
  expect(denialOf(200, reason)).toBe('scope')
})

test.each([
  'Channel not found.',
  'Member not found.',
  'response must hold at least one message.',
  'Media download failed: the token of the picture has 3 parts',
  'The member has not given permission to be written to.',
])('“%s” is about something else', (reason) => {
  expect(denialOf(200, reason)).toBeUndefined()
})

test('a status says it without words', () => {
  expect([denialOf(401, 'No.'), denialOf(403, 'No.'), denialOf(400, 'No.')]).toEqual([
    'token',
    'scope',
    undefined,
  ])
})
