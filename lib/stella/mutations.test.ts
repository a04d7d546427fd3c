import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tablesOf } from '@/lib/domain/fold/world'
import type { Fixture } from './fixtures/load'
import { mutatedBodies } from './fixtures/mutate'
import { playFixture, RECEIVED_AT } from './fixtures/play'
import { readDelivery } from './read-delivery'

/** Bodies to try: in seconds by default, `LONG_FAULTS=1` for all. */
const MUTATIONS = process.env.LONG_FAULTS === '1' ? 100_000 : 3_000
const TIMEOUT_MS = 60_000 + MUTATIONS * 5

test(`${MUTATIONS} bodies with anything dropped, renamed, retyped, nested or doubled are read and folded`, {
  timeout: TIMEOUT_MS,
}, () => {
  fc.assert(
    fc.property(mutatedBodies(), ({ fixture, bytes }) => check(fixture, bytes)),
    { numRuns: MUTATIONS },
  )
})

/** Never an exception; always facts, a named rule or a problem; and the fold takes whatever the reader gave. */
function check(fixture: Fixture, bytes: Buffer) {
  const reading = readDelivery(bytes, { ...fixture.channel, receivedAt: RECEIVED_AT })
  const readings = reading.facts.length + reading.ignored.length + reading.problems.length
  expect(readings).toBeGreaterThan(0)
  const world = playFixture(fixture, bytes)
  const outcome = world.outcomes.get('3')
  expect(outcome).toBeDefined()
  expect(JSON.stringify(outcome?.error)).not.toContain('delivery.problem.folding')
  for (const table of tablesOf(world)) expect(JSON.stringify(table.changes())).not.toMatch(REFUSED)
}

/** NULs and lone surrogates, which Postgres takes neither as text nor in JSON. */
const REFUSED = /(?<!\\)\\u(0000|d[89a-f])/i
