import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tablesOf } from '@/lib/domain/fold/world'
import { type Fixture, loadFixtures } from './fixtures/load'
import { playFixture, RECEIVED_AT } from './fixtures/play'
import { readDelivery } from './read-delivery'

/** Bodies to try: 10,000 by default, in a few seconds; `MUTATIONS=100000` for the full run. */
const MUTATIONS = Number(process.env.MUTATIONS ?? 10_000)
const TIMEOUT_MS = 20_000 + MUTATIONS * 5

const FIXTURES = loadFixtures().filter((fixture) => fixture.text === undefined)

test(`${MUTATIONS} bodies with anything dropped, renamed, retyped, nested or doubled are read and folded`, {
  timeout: TIMEOUT_MS,
}, () => {
  const body = fc.constantFrom(...FIXTURES)
  const changes = fc.array(change(), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(body, changes, (fixture, mutations) => {
      const text = mutations.reduce(mutate, toText(fixture))
      check(fixture, Buffer.from(text))
    }),
    { numRuns: MUTATIONS },
  )
})

/** Never an exception; always facts, a named rule or a problem; and the fold takes whatever the reader gave. */
function check(fixture: Fixture, bytes: Buffer) {
  const reading = readDelivery(bytes, { ...fixture.channel, receivedAt: RECEIVED_AT })
  const said = reading.facts.length + reading.ignored.length + reading.problems.length
  expect(said).toBeGreaterThan(0)
  const world = playFixture(fixture, bytes)
  const outcome = world.outcomes.get('3')
  expect(outcome).toBeDefined()
  expect(outcome?.error ?? '').not.toContain('Folding failed')
  for (const table of tablesOf(world)) expect(JSON.stringify(table.changes())).not.toMatch(REFUSED)
}

/** NULs and lone surrogates, which Postgres takes neither as text nor in JSON. */
const REFUSED = /(?<!\\)\\u(0000|d[89a-f])/i

function toText({ body }: Fixture): string {
  return JSON.stringify(body)
}

interface Change {
  how: 'drop' | 'rename' | 'retype' | 'nest' | 'unnest' | 'double' | 'double-key' | 'cut'
  where: number
  value: unknown
}

function change(): fc.Arbitrary<Change> {
  return fc.record({
    how: fc.constantFrom(
      'drop',
      'rename',
      'retype',
      'nest',
      'unnest',
      'double',
      'double-key',
      'cut',
    ),
    where: fc.nat(100_000),
    value: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...ODD_VALUES) },
      { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
    ),
  })
}

const ODD_VALUES: unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  9_007_199_254_740_991,
  '',
  ' ',
  'constructor',
  '__proto__',
  'a\u0000b',
  '\ud800',
  'x'.repeat(600),
  [],
  {},
  [[]],
  [null],
  { toString: 1 },
]

/** Cutting and doubling keys is done to the text: no object can hold one key twice. */
function mutate(text: string, { how, where, value }: Change): string {
  if (how === 'cut') return where % 20 === 0 ? text.slice(0, where % (text.length + 1)) : text
  const body = parse(text)
  if (body === undefined) return text
  if (how === 'double-key')
    return text.replace(/"([a-z_]+)":/i, `"$1":${JSON.stringify(value)},"$1":`)
  const paths = pathsOf(body.value)
  const path = paths[where % paths.length] ?? []
  return JSON.stringify(changeAt(body.value, path, (each) => changed(each, how, value))) ?? 'null'
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

const DROPPED = Symbol('dropped')

function changed(each: unknown, how: Change['how'], value: unknown): unknown {
  switch (how) {
    case 'drop':
      return DROPPED
    case 'nest':
      return typeof value === 'string' ? { [value]: each } : [each, value]
    case 'unnest':
      return Array.isArray(each) ? each[0] : each
    case 'double':
      return Array.isArray(each) ? [...each, ...each] : [each, each]
    case 'rename':
      return renamed(each, value)
    default:
      return value
  }
}

function renamed(each: unknown, value: unknown): unknown {
  if (typeof each !== 'object' || each === null || Array.isArray(each)) return each
  const [first, ...rest] = Object.entries(each)
  return first ? Object.fromEntries([[toName(value), first[1]], ...rest]) : each
}

function toName(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function pathsOf(value: unknown, at: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [at]
  return [at, ...Object.entries(value).flatMap(([key, each]) => pathsOf(each, [...at, key]))]
}

function changeAt(
  value: unknown,
  [key, ...rest]: string[],
  work: (each: unknown) => unknown,
): unknown {
  if (key === undefined) return work(value)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).flatMap(([name, each]) => {
    const next = name === key ? changeAt(each, rest, work) : each
    return next === DROPPED ? [] : [[name, next] as const]
  })
  return Array.isArray(value) ? entries.map(([, each]) => each) : Object.fromEntries(entries)
}
