import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readPlaywrightReport, readVitestReport, withReport } from './reports'
import { withVerdict } from './step-outcome'

const quiet = () => {}

function reading(report: unknown, read: typeof readVitestReport) {
  return withReport(quiet, async (file) => {
    await writeFile(file, JSON.stringify(report))
    return read(file)
  })
}

test('a test that failed and a file that can’t be loaded are named, with the reason', async () => {
  const outcome = await reading(
    {
      numPassedTests: 3,
      numFailedTests: 1,
      numPendingTests: 0,
      numTodoTests: 1,
      testResults: [
        {
          name: path.resolve('lib/a.test.ts'),
          status: 'failed',
          assertionResults: [
            {
              status: 'failed',
              fullName: 'it holds',
              failureMessages: ['\u001b[31mone\u001b[39m\n\ntwo'],
            },
            { status: 'passed', fullName: 'it also holds' },
          ],
        },
        {
          name: path.resolve('lib/b.test.ts'),
          status: 'failed',
          message: 'no such module',
          assertionResults: [],
        },
      ],
    },
    readVitestReport,
  )
  expect(outcome).toMatchObject({ passed: 3, failed: 2, skipped: 1 })
  expect(outcome.failures).toEqual([
    { name: 'lib/a.test.ts › it holds', reason: 'one\ntwo' },
    { name: 'lib/b.test.ts can’t be run', reason: 'no such module' },
  ])
})

test('a story that failed is named with the reason, and so is one that needed a second try', async () => {
  const spec = (title: string, status: string) => ({
    title,
    file: 'reply/sending.spec.ts',
    line: 9,
    tests: [{ status, results: [{ errors: [{ message: `${title} fell` }] }, { errors: [] }] }],
  })
  const outcome = await reading(
    {
      suites: [
        {
          title: 'reply/sending.spec.ts',
          specs: [spec('one', 'expected'), spec('two', 'unexpected')],
          suites: [{ title: 'a group', specs: [spec('three', 'flaky')] }],
        },
      ],
      stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 0 },
    },
    readPlaywrightReport,
  )
  expect(outcome).toEqual({
    passed: 2,
    failed: 1,
    skipped: 0,
    failures: [{ name: 'e2e/reply/sending.spec.ts:9 › two', reason: 'two fell' }],
    flaky: [{ name: 'e2e/reply/sending.spec.ts:9 › three', reason: 'three fell' }],
  })
})

test('a run without a report has failed, and so has one that ended badly with all its tests passed', async () => {
  const none = await withReport(quiet, readVitestReport)
  expect(none).toMatchObject({ passed: 0, failed: 1 })
  const passed = { passed: 1, failed: 0, skipped: 0, failures: [], flaky: [] }
  expect(withVerdict(passed, false).failed).toBe(1)
  expect(withVerdict(passed, true)).toEqual(passed)
})
