import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Context, openContext } from '@/lib/context'
import { insertDeliveries } from '@/lib/db/log/events'
import { foldPending } from '@/lib/log/fold'
import { runInbox } from './cli/run-inbox'
import { createTestDatabase, type TestDatabase } from './test/test-database'

const APP_SECRET = 'a test secret of at least thirty-two bytes'
const PUBLIC_URL = 'https://inbox.example.com'
const NOBODY = '11111111-1111-4111-8111-111111111111'
const TIMEOUT_MS = 180_000

let database: TestDatabase
let ctx: Context

beforeAll(async () => {
  database = await createTestDatabase()
  ctx = openContext({ databaseUrl: database.url, appSecret: APP_SECRET })
})
afterAll(async () => {
  await ctx.close()
  await database.drop()
})

interface Ended {
  code: number
  stdout: string
  stderr: string
}

/** The command line as an operator runs it: a process of its own, on the database of the settings. */
function inbox(...args: string[]): Promise<Ended> {
  const env = { ...process.env, DATABASE_URL: database.url, APP_SECRET, PUBLIC_URL }
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'bin/inbox.ts', ...args],
      { env },
      (error, stdout, stderr) =>
        resolve({
          code: typeof error?.code === 'number' ? error.code : error ? 1 : 0,
          stdout,
          stderr,
        }),
    )
  })
}

/** The same in this process: a process of its own takes seconds to load all that the command line needs. */
async function inboxHere(...args: string[]): Promise<Ended> {
  const env = { DATABASE_URL: database.url, APP_SECRET, PUBLIC_URL }
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  const said = { stdout: '', stderr: '' }
  const add = (stream: keyof typeof said, end: string) => (words: unknown) => {
    said[stream] += `${words}${end}`
    return true
  }
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(add('stdout', '\n')),
    vi.spyOn(console, 'error').mockImplementation(add('stderr', '\n')),
    vi.spyOn(process.stdout, 'write').mockImplementation(add('stdout', '')),
    vi.spyOn(process.stderr, 'write').mockImplementation(add('stderr', '')),
  ]
  try {
    await runInbox(args)
    return { code: Number(process.exitCode ?? 0), ...said }
  } finally {
    for (const spy of spies) spy.mockRestore()
    vi.unstubAllEnvs()
    process.exitCode = undefined
  }
}

/** With `--json`: the object on the last line of what a command that succeeds prints. */
function answerOf(...args: string[]) {
  return answerBy(inbox, args)
}

function answerHere(...args: string[]) {
  return answerBy(inboxHere, args)
}

async function answerBy(run: typeof inbox, args: string[]) {
  const ended = await run(...args, '--json')
  expect(ended, args.join(' ')).toMatchObject({ code: 0, stderr: '' })
  return lastLineOf(ended)
}

function lastLineOf({ stdout }: Ended) {
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')
}

const connection = ['connection', 'add', '--name', 'Shop', '--access-token', 'a-token']
const agent = ['agent', 'add', '--email', 'ada@example.com', '--name', 'Ada', '--role', 'admin']

function channel(connectionId: string, ...more: string[]): string[] {
  const words =
    'channel add --name HK --platform whatsapp --stella-id st-1 --external-id 85268227287'
  return [
    ...words.split(' '),
    '--connection',
    connectionId,
    '--secret',
    'a channel secret',
    ...more,
  ]
}

test('an installation is set up and looked after from the command line alone', {
  timeout: TIMEOUT_MS,
}, async () => {
  const { id: connectionId } = await answerOf(...connection)
  const channelAnswer = await answerHere(...channel(connectionId))
  expect(channelAnswer).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    webhookUrl: expect.stringMatching(/^https:\/\/inbox\.example\.com\/api\/webhooks\/[^/]+$/),
  })
  expect(await answerHere(...agent, '--password', 'a long enough password')).toMatchObject({
    id: expect.any(String),
  })

  await deliver(channelAnswer.id, '{"nobody":"knows"}')
  const { items } = await answerHere('event', 'list', '--outcome', 'quarantined')
  expect(items).toMatchObject([{ kind: 'webhook', outcome: 'quarantined' }])
  const id = String(items[0].id)
  expect(await answerHere('event', 'show', id)).toMatchObject({
    body: '{"nobody":"knows"}',
    sha256: sha256Of('{"nobody":"knows"}').toString('hex'),
  })
  expect(await answerHere('event', 'replay', id, '--dry-run')).toMatchObject({
    dryRun: true,
    events: [{ before: 'quarantined', after: 'quarantined' }],
  })
  expect(await answerHere('event', 'replay', 'quarantined')).toMatchObject({ dryRun: false })
  expect(await answerHere('rebuild', '--check')).toMatchObject({ same: true, applied: false })
  expect(await answerHere('rebuild', '--apply')).toMatchObject({ same: true })
  expect(await answerOf('doctor')).toMatchObject({
    ok: true,
    checks: expect.arrayContaining([
      {
        name: 'Quarantine',
        state: 'watch',
        value: '1 event that can’t be read yet',
        advice: expect.stringContaining('replay'),
      },
    ]),
    channels: [{ name: 'HK', received: 1, quarantined: 1 }],
  })
})

test('what a person reads is sentences, without --json', { timeout: TIMEOUT_MS }, async () => {
  const ended = await inboxHere('doctor')
  expect(ended).toMatchObject({ code: 0, stderr: '' })
  expect(ended.stdout).toMatch(/^(ok|watch) +Database: Postgres \d+/)
  expect(ended.stdout).not.toContain('{')
})

test('tables that differ from the log end with 1, and the answer still says where', {
  timeout: TIMEOUT_MS,
}, async () => {
  await ctx.sql`update channels set name = 'Changed by hand'`
  const ended = await inbox('rebuild', '--check', '--json')
  expect(ended.code).toBe(1)
  expect(ended.stderr).toMatch(/tables differ/)
  expect(lastLineOf(ended)).toMatchObject({ same: false, applied: false })
  expect(await answerHere('rebuild', '--apply')).toMatchObject({ same: false, applied: true })
  expect(await answerHere('rebuild', '--check')).toMatchObject({ same: true })
})

const REFUSALS: [string, string[], RegExp][] = [
  ['a noun that does not exist', ['nonsense'], /unknown command/],
  ['an address that is none', [...connection, '--bot-url', 'nowhere'], /\w \w/],
  ['an option that is missing', ['agent', 'add', '--name', 'Ben'], /--email/],
  ['a role nobody has', [...agent, '--role', 'king', '--password', 'x'], /king/],
  ['a password that is too short', [...agent, '--password', 'short'], /at least/],
  ['a connection that does not exist', channel(NOBODY), /no such connection/i],
  ['a channel that is no id', ['event', 'list', '--channel', 'HK'], /UUID/],
  [
    'an outcome that is none',
    ['event', 'list', '--outcome', 'lost'],
    /outcome must be message, status/,
  ],
  ['a limit that is no number', ['event', 'list', '--limit', 'many'], /many is not a number/],
  ['an event that does not exist', ['event', 'show', '999999999'], /no event 999999999/],
  ['words that are no event', ['event', 'replay', 'x'], /"x" is no event/],
  ['a rebuild without a word', ['rebuild'], /--check or --apply/],
]

test.each(REFUSALS)('%s ends with 1 and a sentence on stderr alone', async (_, args, says) => {
  expectRefused(await inboxHere(...args, '--json'), says)
})

test.concurrent.each(REFUSALS.slice(0, 2))(
  'as a process of its own, %s ends with 1 as well',
  { timeout: TIMEOUT_MS },
  async (_, args, says) => expectRefused(await inbox(...args, '--json'), says),
)

function expectRefused(ended: Ended, says: RegExp) {
  expect(ended).toMatchObject({ code: 1, stdout: '' })
  expect(ended.stderr).toMatch(says)
  expect(ended.stderr).not.toMatch(/\n\s+at /)
}

async function deliver(channelId: string, text: string) {
  const body = Buffer.from(text)
  const delivery = { channelId, body, sha256: sha256Of(text), headers: {}, deliveries: 1 }
  await insertDeliveries(ctx.sql, [delivery])
  await foldPending(ctx.sql)
}

function sha256Of(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

test('what is sealed and under which key is told, and no secret with it', async () => {
  const status = await answerHere('secret', 'status')
  expect(status).toMatchObject({ old: 0, unreadable: 0, oldSecrets: 0 })
  expect(status.current).toBe(status.total)
  const refused = await inboxHere('secret', 'rotate')
  expect(refused).toMatchObject({ code: 1 })
  expect(refused.stderr).toContain('APP_SECRET_OLD')
  expect(JSON.stringify([status, refused])).not.toContain(APP_SECRET)
})
