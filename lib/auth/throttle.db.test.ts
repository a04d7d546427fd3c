import { beforeAll, expect, test } from 'vitest'
import { addAgent } from '@/lib/admin/people/add-agent'
import { findSignInAccount } from '@/lib/db/people/known-browsers'
import { SIGN_IN_WINDOW_MS } from '@/lib/domain/people/sign-in-window'
import { testInbox } from '@/lib/log/testing'
import { rememberBrowser, toBrowserIdentity } from './device'
import { countTry, isRefused, mayGuess, noteSuccess, type Try } from './throttle'

const inbox = testInbox()
/** The beginning of a window, far from the windows of the other tests. */
let window = 1_800_000_000_000
const ids: Record<string, string> = {}

beforeAll(async () => {
  window = Math.ceil(window / SIGN_IN_WINDOW_MS) * SIGN_IN_WINDOW_MS
  for (const name of ['ana', 'ben', 'cleo', 'dora', 'emil', 'fay']) {
    const given = { email: `${name}@example.com`, name, role: 'agent', password: 'long enough' }
    ids[name] = (await addAgent(inbox.ctx, { ...given, role: 'agent' })).id
  }
})

test('of guesses made all at once only a few are looked at', async () => {
  expect(await allowed(150, 'ana@example.com', () => '203.0.113.1')).toBe(10)
})

test('10,000 guesses from 500 addresses: at most 100 are looked at in any hour, and the owner gets in', async () => {
  const { sql } = inbox.ctx
  const owner = await rememberBrowser(sql, ids.ben ?? '', { address: '198.51.100.7' })
  // The worst hour for us begins just before a window ends.
  const begin = nextWindow() + SIGN_IN_WINDOW_MS - 1_000
  let looked = 0
  for (let step = 0; step < 5; step += 1) {
    const now = begin + step * (SIGN_IN_WINDOW_MS - 300)
    // What comes later in a window is refused as the first 100 are; they stand for the 2,000.
    looked += await allowed(100, 'ben@example.com', (index) => `203.0.${step}.${index}`, now)
  }
  expect(looked).toBeGreaterThan(50)
  expect(looked).toBeLessThanOrEqual(100)
  const now = begin + 4 * (SIGN_IN_WINDOW_MS - 300)
  const from = (address: string, device?: string) =>
    attempt('ben@example.com', address, device).then((one) => countTry(sql, one, now))
  expect(await from('192.0.2.200')).toBe('blocked')
  expect(await from('198.51.100.7')).toBe('allowed')
  expect(await from('192.0.2.200', owner)).toBe('allowed')
})

test('one address gets few tries for all e-mails together, and takes nothing from other people', async () => {
  const { sql } = inbox.ctx
  const now = nextWindow()
  const before = await rows()
  expect(
    await allowed(
      200,
      (index) => `nobody-${index}@example.com`,
      () => '203.0.113.9',
      now,
    ),
  ).toBe(50)
  // A pair and an account for each that was looked at, the network, and the workspace.
  expect((await rows()) - before).toBeLessThanOrEqual(102)
  expect(isRefused(toBrowserIdentity({ address: '203.0.113.9' }), 'not looked up', now)).toBe(true)
  expect(isRefused(toBrowserIdentity({ address: '203.0.113.10' }), 'not looked up', now)).toBe(
    false,
  )
  const [everybody] = await sql`
    select count from sign_in_failures where subject = 'everybody' and "window" = ${now}`
  expect(everybody?.count).toBe(50)

  const device = await rememberBrowser(sql, ids.cleo ?? '', { address: '198.51.100.8' })
  const known = await attempt('cleo@example.com', '203.0.113.9', device)
  expect(isRefused(known.identity, 'not looked up', now)).toBe(false)
  expect(isRefused(known.identity, known.account, now)).toBe(false)
  // A cookie that somebody made up gets them no further than none.
  const invented = await attempt('cleo@example.com', '203.0.113.9', 'x'.repeat(32))
  expect(isRefused(invented.identity, invented.account, now)).toBe(true)
  expect(await countTry(sql, known, now)).toBe('allowed')
})

test('an IPv6 network is one stranger, however many addresses it has', async () => {
  const now = nextWindow()
  const address = (index: number) => `2001:db8:1:2::${index.toString(16)}`
  expect(await allowed(60, 'dora@example.com', address, now)).toBe(10)
})

test('strangers have a limit together; who is known is not held back by it', async () => {
  const { sql } = inbox.ctx
  const now = nextWindow()
  await sql`insert into sign_in_failures (subject, "window", count) values ('everybody', ${now}, 1999)`
  expect(
    await allowed(
      5,
      (index) => `spray-${index}@example.com`,
      (index) => `192.0.2.${index}`,
      now,
    ),
  ).toBe(1)
  await rememberBrowser(sql, ids.emil ?? '', { address: '198.51.100.30' })
  expect(await countTry(sql, await attempt('emil@example.com', '198.51.100.30'), now)).toBe(
    'allowed',
  )
})

test('a right password forgets the wrong ones before it, and was no try', async () => {
  const { sql } = inbox.ctx
  const now = nextWindow()
  const one = await attempt('fay@example.com', '198.51.100.9')
  for (let count = 0; count < 4; count += 1) await countTry(sql, one, now)
  expect(await noteSuccess(sql, one, now)).toBe(3)
  const left = await sql<{ subject: string; count: number }[]>`
    select subject, count from sign_in_failures where "window" = ${now} order by subject`
  expect(left.map(({ subject, count }) => [subject.split(' ')[0], count])).toEqual([
    ['account', 3],
    ['everybody', 3],
    ['network', 3],
  ])
  for (let round = 0; round < 30; round += 1) {
    expect(await countTry(sql, one, now)).toBe('allowed')
    expect(await noteSuccess(sql, one, now)).toBe(0)
  }
})

test('the first that is turned away is told once, for one that there is and one that there isn’t', async () => {
  const { sql } = inbox.ctx
  for (const email of ['dora@example.com', 'nobody@example.com']) {
    const now = nextWindow()
    const answers: string[] = []
    const one = await attempt(email, '198.51.100.20')
    for (let count = 0; count < 13; count += 1) answers.push(await countTry(sql, one, now))
    expect(answers.slice(0, 10)).toEqual(Array(10).fill('allowed'))
    expect(answers.slice(10)).toEqual(['now-blocked', 'blocked', 'blocked'])
  }
})

test('who is signed in guesses their own password a few times', async () => {
  const now = nextWindow()
  const answers = await Promise.all(
    Array.from({ length: 30 }, () => mayGuess(inbox.ctx.sql, ids.ana ?? '', now)),
  )
  expect(answers.filter(Boolean)).toHaveLength(10)
})

test('a device cookie is only ours when we gave it out; people who share a browser share it', async () => {
  const { sql } = inbox.ctx
  const invented = 'x'.repeat(32)
  const given = await rememberBrowser(sql, ids.ana ?? '', { address: '', device: invented })
  expect(given).not.toBe(invented)
  expect(await rememberBrowser(sql, ids.ben ?? '', { address: '', device: given })).toBe(given)
  for (const name of ['ana', 'ben'])
    expect((await attempt(`${name}@example.com`, '192.0.2.77', given)).account?.knownDevice).toBe(
      true,
    )
  expect((await attempt('cleo@example.com', '192.0.2.77', given)).account?.knownDevice).toBe(false)
})

async function attempt(email: string, address: string, device?: string): Promise<Try> {
  const identity = toBrowserIdentity({ address, device })
  return { email, identity, account: await findSignInAccount(inbox.ctx.sql, email, identity) }
}

/** How many of so many tries, all at once, are looked at. */
async function allowed(
  count: number,
  email: string | ((index: number) => string),
  addressOf: (index: number) => string,
  now = nextWindow(),
): Promise<number> {
  const verdicts = Array.from({ length: count }, async (_, index) => {
    const one = await attempt(typeof email === 'string' ? email : email(index), addressOf(index))
    return countTry(inbox.ctx.sql, one, now)
  })
  return (await Promise.all(verdicts)).filter((verdict) => verdict === 'allowed').length
}

function nextWindow(): number {
  window += 10 * SIGN_IN_WINDOW_MS
  return window
}

async function rows(): Promise<number> {
  const [row] = await inbox.ctx.sql<{ count: number }[]>`
    select count(*) as count from sign_in_failures`
  return row?.count ?? 0
}
