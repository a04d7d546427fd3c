import { expect, test } from 'vitest'
import { isUnstorableText } from './unstorable'

function refusal(code: string, message = 'no', cause?: Error) {
  return Object.assign(new Error(message, { cause }), { code })
}

test.each([
  refusal('22021'),
  refusal('22P05'),
  refusal('22P02', 'invalid input syntax for type json'),
  refusal('', 'Failed query', refusal('22P05')),
])('a text that Postgres can not keep is told as such', (error) => {
  expect(isUnstorableText(error)).toBe(true)
})

test.each([refusal('22P02', 'invalid input syntax for type uuid'), refusal('23505'), 'no', null])(
  'what went wrong otherwise is not',
  (error) => {
    expect(isUnstorableText(error)).toBe(false)
  },
)
