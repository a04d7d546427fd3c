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
  const files = LONG_RUNS.flatMap((run) => ('file' in run ? run.file : []))
  expect(files.sort()).toEqual(withLongForm.sort())
  expect(files.every((file) => existsSync(file))).toBe(true)
})

test('the stories with the tag, all stories in Chinese, and the demo from a clean clone, which npm test leaves out, are there', () => {
  for (const name of ['stories', 'zh-Hant', 'clone'])
    expect(chooseRuns([name]), name).toHaveLength(1)
  const stories = readdirSync('e2e', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.spec.ts'))
    .map((file) => readFileSync(path.join('e2e', file), 'utf8'))
  expect(stories.some((story) => story.includes("'@long'"))).toBe(true)
  // Any other tag would be played by both runs, or by none.
  for (const tag of stories.flatMap((story) => story.match(/'@\w+'/g) ?? []))
    expect(tag).toBe("'@long'")
})

test('T1 to T7 are there, and are chosen by their names', () => {
  for (const figure of ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'])
    expect(chooseRuns([figure]).length, figure).toBeGreaterThan(0)
  expect(chooseRuns(['T6'])).toMatchObject([{ file: 'bench/faults/outages.faults.test.ts' }])
  expect(chooseRuns([])).toEqual(LONG_RUNS)
  expect(() => chooseRuns(['T99'])).toThrow('There is no long run T99')
})
