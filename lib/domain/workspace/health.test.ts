import { expect, test } from 'vitest'
import { english } from '@/lib/i18n/catalogues'
import { toHealthLines } from './health'
import type { HealthFigures } from './health-figures'

const DATABASE = {
  answerMs: 2,
  sizeBytes: 5e7,
  connections: 20,
  connectionsMax: 100,
  version: '18.4',
  fsync: true,
}
const WELL: HealthFigures = {
  version: '1.0.0',
  database: DATABASE,
  lostEvents: 0,
  disconnected: [],
  pendingEvents: 0,
  rejected: { today: 0, channels: [] },
  quarantined: 0,
  jobs: { waiting: 0, oldestMs: 0, failing: 0, dead: 0, media: 0 },
  stella: { calls: 100, refused: 1, unreached: 0, unclear: 0, p95Ms: 300 },
  streams: 4,
  disk: { freeBytes: 5e10, totalBytes: 1e11 },
  spool: { deliveries: 0, bytes: 0, oldestMs: 0, putAside: 0 },
  channels: [{ id: 'hk', name: 'Shop HK', silence: { state: 'usual' } }],
}

/** The lines as an English reader has them. */
const linesOf = (figures: HealthFigures) =>
  toHealthLines(figures).map(({ name, state, value, advice }) => ({
    name: english.say(name),
    state,
    value: english.say(value),
    advice: advice && english.say(advice),
  }))

const silent = (name: string) => ({
  id: name,
  name,
  silence: { state: 'silent' as const, hours: 5, usual: 40, weeks: 4 },
})

test('an inbox that is well has only good lines', () => {
  expect(new Set(toHealthLines(WELL).map(({ state }) => state))).toEqual(new Set(['good']))
})

const troubles: [string, string, Partial<HealthFigures>][] = [
  ['Database', 'bad', { database: undefined }],
  ['Database', 'bad', { database: { ...DATABASE, fsync: false } }],
  ['Local spool', 'watch', { spool: { deliveries: 3, bytes: 900, oldestMs: 9_000, putAside: 0 } }],
  ['Local spool', 'bad', { spool: { deliveries: 3, bytes: 900, oldestMs: 9e5, putAside: 0 } }],
  ['Local spool', 'bad', { spool: { deliveries: 0, bytes: 0, oldestMs: 0, putAside: 1 } }],
  ['Log', 'bad', { lostEvents: 1 }],
  ['Disconnected channels', 'bad', { disconnected: ['Shop TW'] }],
  ['Database connections', 'bad', { database: { ...DATABASE, connections: 99 } }],
  ['Deliveries to process', 'watch', { pendingEvents: 5_000 }],
  ['Rejected signatures', 'watch', { rejected: { today: 3, channels: ['Shop HK'] } }],
  ['Rejected signatures', 'bad', { rejected: { today: 4_000, channels: ['Shop HK'] } }],
  ['Quarantine', 'watch', { quarantined: 2 }],
  ['Quarantine', 'bad', { quarantined: 500 }],
  ['Jobs', 'bad', { jobs: { waiting: 9, oldestMs: 600_000, failing: 0, dead: 0, media: 0 } }],
  ['Failing jobs', 'watch', { jobs: { waiting: 0, oldestMs: 0, failing: 2, dead: 0, media: 0 } }],
  ['Jobs given up', 'bad', { jobs: { waiting: 0, oldestMs: 0, failing: 0, dead: 1, media: 0 } }],
  ['Media', 'watch', { jobs: { waiting: 0, oldestMs: 0, failing: 0, dead: 0, media: 900 } }],
  [
    'Calls to Stella',
    'bad',
    { stella: { calls: 10, refused: 0, unreached: 9, unclear: 0, p95Ms: 1 } },
  ],
  [
    'Calls to Stella',
    'watch',
    { stella: { calls: 10, refused: 5, unreached: 0, unclear: 0, p95Ms: 1 } },
  ],
  ['Channels', 'bad', { channels: [...(WELL.channels ?? []), silent('Shop TW')] }],
  ['Disk', 'bad', { disk: { freeBytes: 1e8, totalBytes: 1e11 } }],
]
test.each(troubles)('%s: %s, and the line says what to do', (name, state, trouble) => {
  const lines = linesOf({ ...WELL, ...trouble })
  expect(lines.find((line) => line.name === name)).toMatchObject({
    state,
    advice: expect.stringMatching(/\w+ \w+/),
  })
  for (const line of lines) expect(Boolean(line.advice), line.name).toBe(line.state !== 'good')
})

test('silent channels are named, the first few of many; a young channel is no trouble', () => {
  const line = (channels: HealthFigures['channels']) =>
    linesOf({ ...WELL, channels }).find(({ name }) => name === 'Channels')
  expect(line([silent('Shop TW')])?.value).toBe(
    'Shop TW: no deliveries for 5 hours (usually 40 deliveries)',
  )
  expect(line(['a', 'b', 'c', 'd', 'e'].map(silent))?.value).toMatch(/, c: no .* and 2 more$/)
  const young = { id: 'new', name: 'New', silence: { state: 'unknown' as const } }
  expect(line([young])).toMatchObject({ state: 'good', value: '1, none silent' })
  expect(line([])).toMatchObject({ state: 'good', value: 'None connected' })
  expect(line(undefined)).toBeUndefined()
})

test('rejected signatures name the channels that had most of them', () => {
  const rejected = { today: 9, channels: ['Shop HK', 'Website', 'Page', 'Branch', 'Old'] }
  const lines = linesOf({ ...WELL, rejected })
  expect(lines.find(({ name }) => name === 'Rejected signatures')?.value).toBe(
    '9 today, for Shop HK, Website, Page and 2 more',
  )
})

test('one failed call of one is no trouble yet', () => {
  const stella = { calls: 1, refused: 0, unreached: 1, unclear: 0, p95Ms: 5 }
  const line = linesOf({ ...WELL, stella }).find(({ name }) => name === 'Calls to Stella')
  expect(line?.state).toBe('good')
})

test('the last error of jobs is quoted with those that failed, in words of ours without one', () => {
  const jobs = { waiting: 2, oldestMs: 95_000, failing: 1, dead: 1, media: 0 }
  const valuesOf = (lastError?: string) =>
    linesOf({ ...WELL, jobs: { ...jobs, lastError } })
      .filter(({ name }) => /[Jj]obs/.test(name))
      .map(({ value }) => value)
  expect(valuesOf()).toEqual([
    '2 due, the oldest for 1 minute, 35 seconds',
    '1 will be tried again',
    '1',
  ])
  expect(valuesOf('HTTP 502').slice(1)).toEqual([
    '1 will be tried again. Last error: HTTP 502',
    '1. Last error: HTTP 502',
  ])
})
