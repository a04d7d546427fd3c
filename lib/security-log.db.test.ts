import { inspect } from 'node:util'
import { sql as raw } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { addAgent } from '@/lib/admin/people/add-agent'
import { changeAgent } from '@/lib/admin/people/change-agent'
import { signIn } from '@/lib/auth/sign-in'
import { orm } from '@/lib/db/orm'
import { findViewer } from '@/lib/db/people/agents'
import { AppError } from '@/lib/errors'
import { testInbox } from '@/lib/log/testing'
import { toLoggable } from './loggable'
import { logger } from './logger'
import { tellAct } from './security-log'

const inbox = testInbox()
const CANARY = 'canary-41c7@example.com'
const PASSWORD = 'canary password 41c7'

const lines: Record<string, unknown>[] = []
beforeEach(() => {
  lines.length = 0
  const keep = (line: unknown) => void lines.push(line as Record<string, unknown>)
  vi.spyOn(logger, 'info').mockImplementation(keep)
  vi.spyOn(logger, 'warn').mockImplementation(keep)
})
afterEach(() => vi.restoreAllMocks())

test('signing in and being refused each leave a line, without e-mail and password', async () => {
  const { ctx } = inbox
  const { id } = await addAgent(ctx, {
    email: CANARY,
    password: PASSWORD,
    name: 'Ana',
    role: 'agent',
  })
  await signIn(ctx, { email: CANARY, password: `${PASSWORD} wrong` }, { address: '192.0.2.1' })
  await signIn(ctx, { email: `not-${CANARY}`, password: PASSWORD }, { address: '192.0.2.1' })
  await signIn(ctx, { email: CANARY, password: PASSWORD }, { address: '192.0.2.1' })
  expect(lines).toMatchObject([
    { log: 'security', event: 'sign-in.refused', who: id, from: '192.0.2.1' },
    { log: 'security', event: 'sign-in.refused', who: undefined, from: '192.0.2.1' },
    { log: 'security', event: 'sign-in.accepted', who: id, from: '192.0.2.1', failures: 1 },
  ])
  expect(JSON.stringify(lines)).not.toContain('41c7')
})

test('a role is told once it is committed, and not when it was refused', async () => {
  const ctx = { ...inbox.ctx, onAct: tellAct }
  const [admin, ben] = await Promise.all(
    ['root', 'ben'].map((name) =>
      addAgent(inbox.ctx, {
        email: `${name}@example.com`,
        password: PASSWORD,
        name,
        role: name === 'root' ? 'admin' : 'agent',
      }),
    ),
  )
  const change = { role: 'supervisor' as const, channelIds: null, disabled: false }
  await changeAgent(ctx, admin?.id ?? '', ben?.id ?? '', change)
  await expect(changeAgent(ctx, ben?.id ?? '', admin?.id ?? '', change)).rejects.toThrow(AppError)
  expect(lines).toEqual([
    {
      log: 'security',
      event: 'agent.role-set',
      who: admin?.id,
      agentId: ben?.id,
      role: 'supervisor',
      before: 'agent',
    },
  ])
})

test.each([
  ['a session id that is asked for', '22021', () => findViewer(inbox.ctx.sql, `${CANARY}\u0000`)],
  ['drizzle', '22P02', () => orm(inbox.ctx.sql).execute(raw`select ${CANARY}::uuid`)],
  ['postgres.js', '22P02', () => inbox.ctx.sql`select ${CANARY}::uuid`],
  [
    'a row that is there already',
    '23505',
    async () => {
      const insert = () => inbox.ctx.sql`
        insert into sign_in_failures (subject, "window", count) values (${CANARY}, 'epoch', 1)`
      await insert()
      await insert()
    },
  ],
])('an error of the database says nothing of what it was asked with: %s', async (_, code, ask) => {
  const error = await Promise.resolve(ask()).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(Error)
  expect(codeOf(error)).toBe(code)
  expect(JSON.stringify(toLoggable(error))).not.toContain('41c7')
})

test('what drizzle throws is clean before anybody prints it', async () => {
  const thrown = await orm(inbox.ctx.sql)
    .execute(raw`select ${CANARY} from there_is_no_such_table`)
    .catch((error: unknown) => error)
  expect(String(thrown)).toContain('Failed query')
  expect(inspect(thrown, { depth: 5, showHidden: false })).not.toContain('41c7')
})

/** Drizzle puts what Postgres said into the cause. */
function codeOf(error: unknown): unknown {
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  return code ?? (cause && codeOf(cause))
}
