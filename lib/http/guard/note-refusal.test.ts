import { afterEach, expect, test, vi } from 'vitest'
import { AppError } from '@/lib/errors'
import { logger } from '@/lib/logger'
import { refusals } from '@/lib/security-log'
import { noteRefusal } from './note-refusal'
import { CrossSite } from './same-origin'

const ADDRESS = '/api/conversations/01234567-89ab-cdef-0123-456789abcdef'
const request = new Request(`http://inbox${ADDRESS}`, {
  method: 'PUT',
  headers: { 'x-forwarded-for': '192.0.2.7' },
})

afterEach(() => {
  refusals.flush()
  vi.restoreAllMocks()
})

function linesOf(error: unknown, known: { who?: string; spends?: boolean }) {
  const write = vi.spyOn(logger, 'warn').mockImplementation(() => {})
  expect(() => noteRefusal(request, error, known)).toThrow(error as Error)
  return write.mock.calls.map(([line]) => line)
}

test.each([
  ['nobody signed in', new AppError('unauthenticated', 'Sign in first.'), {}, 'session.refused'],
  ['not their right', new AppError('forbidden', 'Only admins.'), { who: 'ana' }, 'access.refused'],
  ['a link that is spent', new AppError('forbidden', 'Used.'), { spends: true }, 'link.refused'],
  ['another site', new CrossSite(), { who: 'ana' }, 'origin.refused'],
])('a refusal leaves one line with who, from where and on what: %s', (_, error, known, event) => {
  const { who } = known as { who?: string }
  const what = 'PUT /api/conversations/{id}'
  expect(linesOf(error, known)).toEqual([{ log: 'security', event, who, from: '192.0.2.7', what }])
})

test.each([
  ['a mistake in the body', new AppError('invalid', 'No.')],
  ['a fault of ours', new Error('Oh.')],
])('%s is no refusal', (_, error) => {
  expect(linesOf(error, {})).toEqual([])
})
