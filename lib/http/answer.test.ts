import { expect, test } from 'vitest'
import { z } from 'zod'
import { AppError } from '@/lib/errors'
import { answer } from './answer'

test.each([
  ['a refusal of ours', new AppError('conflict', 'Taken.'), 409, 'Taken.'],
  [
    'a database that is away',
    Object.assign(new Error('x'), { code: 'ECONNREFUSED' }),
    503,
    /can’t be reached/,
  ],
  [
    'a database that is away, told by a library',
    new Error('Failed query', {
      cause: Object.assign(new Error('x'), { code: 'CONNECTION_CLOSED' }),
    }),
    503,
    /can’t be reached/,
  ],
  [
    'a text with a NUL in it',
    new Error('Failed query', { cause: Object.assign(new Error('x'), { code: '22P05' }) }),
    400,
    /broken character/,
  ],
  ['a body nobody can read', new SyntaxError('Unexpected token'), 400, /read/],
  ['a field that is wrong', z.string('Say a name.').safeParse(7).error, 400, 'Say a name.'],
  ['what nobody expected', new Error('secret detail'), 500, /logged/],
] as const)('%s is answered with its status and a sentence', async (_, error, status, message) => {
  const response = await answer(() => Promise.reject(error))
  expect(response.status).toBe(status)
  const { error: refusal } = await response.json()
  expect(refusal.message).toMatch(message)
  expect(refusal.message).not.toContain('secret')
  expect(response.headers.get('retry-after')).toBe(status === 503 ? '2' : null)
})
