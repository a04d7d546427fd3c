import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { chooseRuns, LONG_RUNS } from './long-runs'

test('every test that has a long form is run by test:long, and every run is of one that has', () => {
  const withLongForm = ['bench/faults', 'lib', 'bin']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
    )
    .filter((file) => file.endsWith('.test.ts') && file !== 'bin/test/long-runs.test.ts')
    .filter((file) => /LONG_FAULTS|IS_LONG/.test(readFileSync(file, 'utf8')))
    .map((file) => file.split(path.sep).join('/'))
  expect(LONG_RUNS.map((run) => run.file).sort()).toEqual(withLongForm.sort())
  expect(LONG_RUNS.every((run) => existsSync(run.file))).toBe(true)
})

test('T1 to T7 are there, and are chosen by their names', () => {
  for (const figure of ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'])
    expect(chooseRuns([figure]).length, figure).toBeGreaterThan(0)
  expect(chooseRuns(['T6']).map(({ file }) => file)).toEqual([
    'bench/faults/outages.faults.test.ts',
  ])
  expect(chooseRuns([])).toEqual(LONG_RUNS)
  expect(() => chooseRuns(['T99'])).toThrow('There is no long run T99')
})
