import { DrizzleQueryError } from 'drizzle-orm/errors'
import { expect, test } from 'vitest'
import { toLoggable, toSafeText } from './loggable'

const CANARY = 'canary-7f3a@example.com'

function thrownByPostgres(facts: object, message = 'it failed') {
  return Object.assign(new Error(message), { name: 'PostgresError', severity: 'ERROR', ...facts })
}

test('an error of the database is told without what the statement was given', () => {
  const cause = thrownByPostgres({
    code: '23505',
    constraint_name: 'agents_email_key',
    detail: `Key (email)=(${CANARY}) already exists.`,
    where: `unnamed portal parameter $1 = '${CANARY}'`,
    parameters: [CANARY],
    args: [CANARY],
    query: 'insert into agents',
  })
  const error = new DrizzleQueryError('select $1', [CANARY], cause)
  const logged = JSON.stringify(toLoggable(error))
  expect(logged).not.toContain(CANARY)
  expect(logged).toContain('agents_email_key')
  expect(logged).toContain('select $1')
  expect(toSafeText(error)).not.toContain(CANARY)
})

test('a value that Postgres quotes in its message is left out', () => {
  const error = thrownByPostgres(
    { code: '22P02' },
    `invalid input syntax for type uuid: "${CANARY}"`,
  )
  expect(toLoggable(error).message).toBe('invalid input syntax for type uuid…')
})

test('where it was thrown is told, and causes to a depth', () => {
  const logged = toLoggable(new Error('outer', { cause: new Error('inner') }))
  expect(logged).toMatchObject({ type: 'Error', message: 'outer', cause: { message: 'inner' } })
  expect(logged.stack).toMatch(/^\s+at /)
  const loop = new Error('loop')
  loop.cause = loop
  expect(JSON.stringify(toLoggable(loop)).length).toBeLessThan(50_000)
})

test('an address that an error quotes loses its token', () => {
  const error = new Error(`GET https://bot.example.com/?accessToken=${CANARY}&x=1 failed`)
  expect(toLoggable(error).message).toContain('accessToken=[redacted]&x=1')
  expect(toLoggable(`access_token=${CANARY}`).message).not.toContain(CANARY)
})
