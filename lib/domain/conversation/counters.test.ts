import { expect, test } from 'vitest'
import { seeded } from '../fold/testing-storm'
import type { Owner } from '../owner/owner'
import type { ConversationStatus } from './conversation'
import { type Counted, type Counter, counterChanges, countGroups, toCounts } from './counters'

const OWNERS: Owner[] = ['bot', 'agent', 'waiting', 'elsewhere', 'unknown']
const STATUSES: ConversationStatus[] = ['open', 'snoozed', 'resolved']

test('the numbers kept from changes are those of the rows, however the changes are ordered and cut', () => {
  for (let seed = 1; seed <= 50; seed++) {
    const { rows, changes } = story(seed)
    const expected = meant(countGroups([...rows.values()].map((row) => ({ ...row, n: 1 }))))
    expect(meant(sumOf(changes.map((change) => [change]))), `one by one, seed ${seed}`).toEqual(
      expected,
    )
    expect(meant(counterChanges(changes)), `at once, seed ${seed}`).toEqual(expected)
    const random = seeded(seed)
    const shuffled = changes
      .map((change) => ({ change, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ change }) => change)
    const cut = Math.floor(random() * shuffled.length)
    expect(
      meant(sumOf([shuffled.slice(0, cut), shuffled.slice(cut)])),
      `in two batches, in any order, seed ${seed}`,
    ).toEqual(expected)
  }
})

test('what changes nothing that counts changes no number', () => {
  const row: Counted = { channelId: 'shop', status: 'open', owner: 'bot', assigneeId: null }
  expect(counterChanges([{ before: row, after: { ...row } }])).toEqual([])
  expect(counterChanges([{ before: row, after: { ...row, owner: 'unknown' } }])).toEqual([])
  expect(
    counterChanges([
      { before: undefined, after: row },
      { before: row, after: undefined },
    ]),
  ).toEqual([])
})

test('each view’s number is the sum of its rows', () => {
  const { rows } = story(7)
  const all = [...rows.values()]
  const open = all.filter(({ status }) => status === 'open')
  const counters = countGroups(all.map((row) => ({ ...row, n: 1 })))
  const ofAna = counters.filter(({ name, agentId }) => name !== 'mine' || agentId === 'ana')
  expect(toCounts(ofAna)).toEqual({
    all: all.length,
    waiting: open.filter(({ owner }) => owner === 'waiting').length,
    bot: open.filter(({ owner }) => owner === 'bot' || owner === 'unknown').length,
    mine: open.filter(({ assigneeId }) => assigneeId === 'ana').length,
  })
})

/** Conversations that come, change in all that counts, change their channel, and go into others. */
function story(seed: number) {
  const random = seeded(seed)
  const pick = <Value>(values: Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value
  const rows = new Map<number, Counted>()
  const changes: { before: Counted | undefined; after: Counted | undefined }[] = []
  for (let step = 0; step < 60; step++) {
    const id = Math.floor(random() * 12)
    const before = rows.get(id)
    const owner = pick(OWNERS)
    const after =
      before && random() < 0.15
        ? undefined
        : {
            channelId: pick(['shop', 'help']),
            status: pick(STATUSES),
            owner,
            assigneeId: owner === 'agent' ? pick(['ana', 'ben']) : null,
          }
    changes.push({ before, after })
    if (after) rows.set(id, after)
    else rows.delete(id)
  }
  return { rows, changes }
}

function sumOf(batches: Parameters<typeof counterChanges>[0][]): Counter[] {
  const sums = new Map<string, Counter>()
  for (const counter of batches.flatMap(counterChanges)) {
    const key = nameOf(counter)
    sums.set(key, { ...counter, n: (sums.get(key)?.n ?? 0) + counter.n })
  }
  return [...sums.values()]
}

function meant(counters: Counter[]) {
  return Object.fromEntries(
    counters.filter(({ n }) => n !== 0).map((counter) => [nameOf(counter), counter.n]),
  )
}

function nameOf({ channelId, name, agentId }: Counter) {
  return `${channelId} ${name} ${agentId}`
}
