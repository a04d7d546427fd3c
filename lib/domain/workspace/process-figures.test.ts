import { expect, test } from 'vitest'
import { english } from '@/lib/i18n/catalogues'
import { type SeenProcess, sumCallFigures } from './process-figures'
import { workerLine } from './process-health'

const FIGURES = { stella: [], streams: 0 }
const WEB: SeenProcess = {
  id: 'w',
  role: 'web',
  name: 'web 1',
  host: 'a',
  silentMs: 1_000,
  ended: false,
  figures: FIGURES,
}
const WORKER: SeenProcess = { ...WEB, id: 'k', role: 'worker', name: 'worker' }

function lineOf(...processes: SeenProcess[]) {
  const line = workerLine({ processes })
  return line && { state: line.state, value: english.say(line.value) }
}

test('a worker that was heard is running, whichever machine it is on', () => {
  expect(lineOf(WEB, WORKER)).toEqual({ state: 'good', value: 'Running' })
  expect(lineOf(WEB, WORKER, { ...WORKER, id: 'l' })?.value).toBe('2 running')
  expect(lineOf({ ...WEB, role: 'all' })?.state).toBe('good')
})

test('a web whose worker is away says since when nothing is processed', () => {
  const killed = { ...WORKER, silentMs: 3 * 60_000 }
  const away = { state: 'bad', value: 'Not running: nothing processed for 3 minutes' }
  expect(lineOf(WEB, killed)).toEqual(away)
  expect(lineOf(WEB, killed, { ...WORKER, ended: true, silentMs: 9 * 60_000 })).toEqual(away)
  expect(lineOf(WEB)).toEqual({ state: 'bad', value: 'Not running: nothing is processed' })
})

test('where nothing runs at all nobody takes deliveries either: that is to be watched', () => {
  expect(lineOf()?.state).toBe('watch')
  expect(workerLine({})).toBeUndefined()
})

test('calls of several processes are summed by API', () => {
  const call = { calls: 10, refused: 1, unreached: 0, unclear: 0, meanMs: 100, p95Ms: 300 }
  expect(
    sumCallFigures([
      { api: 'member', ...call },
      { api: 'sendResponses', ...call },
      { api: 'sendResponses', ...call, calls: 30, meanMs: 200, p95Ms: 250 },
    ]),
  ).toEqual([
    { api: 'sendResponses', ...call, calls: 40, refused: 2, meanMs: 175 },
    { api: 'member', ...call },
  ])
})
