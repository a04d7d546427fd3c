import { expect, test } from 'vitest'
import type { Sql } from '@/lib/db/client'
import { Appender } from './append'

const MIB = 1024 * 1024
const CHANNEL = '11111111-1111-4111-8111-111111111111'

/** Statements that end when they are let go, with the bytes of the bodies of each. */
function slowStatements() {
  const sizes: number[] = []
  const open: (() => void)[] = []
  const sql = (_text: TemplateStringsArray, _channels: string[], bodies: string[]) => {
    sizes.push(bodies.reduce((sum, body) => sum + Buffer.byteLength(body, 'base64'), 0))
    return new Promise<void>((resolve) => open.push(resolve))
  }
  const letGo = () => {
    for (const resolve of open.splice(0)) resolve()
  }
  return { sql: sql as unknown as Sql, sizes, letGo }
}

function body(index: number, bytes: number): Buffer {
  return Buffer.alloc(bytes, index % 251)
}

test('bodies share a statement by their bytes too: a flood of large ones stays small in memory', async () => {
  const { sql, sizes, letGo } = slowStatements()
  const appender = new Appender(sql)
  const stored = Array.from({ length: 40 }, (_, index) =>
    appender.append(CHANNEL, body(index, MIB), {}),
  )
  const all = Promise.all(stored)
  let done = false
  void all.then(() => {
    done = true
  })
  while (!done) {
    letGo()
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(40 * MIB)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(4 * MIB)
})

test('small bodies share one statement, and one that is larger than all others still goes', async () => {
  const { sql, sizes, letGo } = slowStatements()
  const appender = new Appender(sql, undefined, 1)
  const stored = [appender.append(CHANNEL, body(0, 5 * MIB), {})]
  for (let index = 1; index <= 100; index += 1)
    stored.push(appender.append(CHANNEL, body(index, 100 + index), {}))
  letGo()
  await stored[0]
  await new Promise((resolve) => setImmediate(resolve))
  letGo()
  await Promise.all(stored)
  expect(sizes).toEqual([5 * MIB, expect.any(Number)])
})

test('bytes count until they are durable: beyond 64 MiB the sender is told to come back', async () => {
  const { sql, letGo } = slowStatements()
  const appender = new Appender(sql)
  const stored = Array.from({ length: 64 }, (_, index) =>
    appender.append(CHANNEL, body(index, MIB), {}),
  )
  expect(() => appender.append(CHANNEL, body(64, MIB), {})).toThrow(/Too many events/)
  let left = stored.length
  for (const each of stored)
    void each.then(() => {
      left -= 1
    })
  while (left > 0) {
    letGo()
    await new Promise((resolve) => setImmediate(resolve))
  }
  const again = appender.append(CHANNEL, body(64, MIB), {})
  letGo()
  await again
})

/** A spool in memory, and what it was given. */
function memorySpool() {
  const given: string[] = []
  const state = { isHolding: false, isEnding: false }
  const way = {
    spool: {
      queued: 0,
      get isHolding() {
        return state.isHolding
      },
      append: async ({ body }: { body: Buffer }) => {
        state.isHolding = true
        given.push(body.toString())
      },
    },
    drain: {
      get isEnding() {
        return state.isEnding
      },
    },
  }
  return { way, given, state }
}

const refusing = (code: string) =>
  (() => Promise.reject(Object.assign(new Error('no'), { code }))) as unknown as Sql
const text = (words: string) => Buffer.from(words)

test('what can’t get to Postgres goes to the spool, and what comes later lies down behind it', async () => {
  const { way, given } = memorySpool()
  const appender = new Appender(refusing('ECONNREFUSED'), way)
  expect(await appender.append(CHANNEL, text('first'), {})).toBe('spool')
  expect(await appender.append(CHANNEL, text('second'), {})).toBe('spool')
  expect(given).toEqual(['first', 'second'])
})

test.each(['22P02', '23505', 'P0001'])(
  'what Postgres refuses with %s for what it says is not acknowledged',
  async (code) => {
    const { way, given } = memorySpool()
    const appender = new Appender(refusing(code), way)
    const refused = appender.append(CHANNEL, text('first'), {})
    await expect(refused).rejects.toMatchObject({ code: 'unavailable' })
    expect(given).toEqual([])
  },
)

test('near the end of the spool what comes waits for it, and then goes to the log', async () => {
  const { way, given, state } = memorySpool()
  const { sql, sizes, letGo } = slowStatements()
  const appender = new Appender(sql, way)
  Object.assign(state, { isHolding: true, isEnding: true })
  const stored = appender.append(CHANNEL, text('late'), {})
  await new Promise((resolve) => setImmediate(resolve))
  expect({ sizes, given }).toEqual({ sizes: [], given: [] })
  Object.assign(state, { isHolding: false, isEnding: false })
  appender.pump()
  letGo()
  expect(await stored).toBe('log')
  expect(given).toEqual([])
})

test('where the rest of the spool does not get into the log after all, it lies down behind it', async () => {
  const { way, given, state } = memorySpool()
  const { sql } = slowStatements()
  const appender = new Appender(sql, way)
  Object.assign(state, { isHolding: true, isEnding: true })
  const stored = appender.append(CHANNEL, text('late'), {})
  state.isEnding = false
  appender.pump()
  expect(await stored).toBe('spool')
  expect(given).toEqual(['late'])
})

test('until it may write to the log, nothing is written there', async () => {
  const { way, given, state } = memorySpool()
  const { sql, sizes, letGo } = slowStatements()
  const appender = new Appender(sql, way)
  appender.hold()
  expect(await appender.append(CHANNEL, text('before'), {})).toBe('spool')
  state.isHolding = false
  appender.release()
  const stored = appender.append(CHANNEL, text('after'), {})
  letGo()
  expect(await stored).toBe('log')
  expect({ given, statements: sizes.length }).toEqual({ given: ['before'], statements: 1 })
})
