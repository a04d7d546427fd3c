import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'
import { Stopping } from '../process/lifecycle'
import { type Failure, failedOnce, type Outcome } from './step-outcome'

/** Gives `work` a file to leave its report in. A run that left no readable report has failed. */
export async function withReport(
  say: (line: string) => void,
  work: (file: string) => Promise<Outcome>,
): Promise<Outcome> {
  const folder = await mkdtemp(path.join(tmpdir(), 'stella-inbox-report-'))
  try {
    return await work(path.join(folder, 'report.json'))
  } catch (error) {
    if (error instanceof Stopping) throw error
    const reason = error instanceof Error ? error.message : String(error)
    say(reason)
    return failedOnce(`It left no report: ${reason}`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
})

export async function readVitestReport(file: string): Promise<Outcome> {
  const report = vitestReport.parse(await readJson(file))
  // A file that can't even be loaded holds no test that could fail.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  const failures = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) =>
        toFailure(`${path.relative('', name)} › ${fullName}`, failureMessages ?? []),
      ),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [
      ...failures,
      ...broken.map(({ name, message = '' }) =>
        toFailure(`${path.relative('', name)} can’t be run`, [message]),
      ),
    ],
    flaky: [],
  }
}

const playwrightSpec = z.object({
  title: z.string(),
  file: z.string(),
  line: z.number(),
  tests: z.array(
    z.object({
      status: z.string(),
      results: z.array(z.object({ errors: z.array(z.object({ message: z.string().optional() })) })),
    }),
  ),
})

const playwrightSuite = z.object({
  title: z.string(),
  specs: z.array(playwrightSpec),
  get suites() {
    return z.array(playwrightSuite).optional()
  },
})

const playwrightReport = z.object({
  suites: z.array(playwrightSuite),
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
})

type Spec = z.infer<typeof playwrightSpec>
type Suite = z.infer<typeof playwrightSuite>

export async function readPlaywrightReport(file: string): Promise<Outcome> {
  const { suites, stats } = playwrightReport.parse(await readJson(file))
  const specs = suites.flatMap(specsOf)
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    failures: named(specs, 'unexpected'),
    flaky: named(specs, 'flaky'),
  }
}

function specsOf({ specs, suites = [] }: Suite): Spec[] {
  return [...specs, ...suites.flatMap(specsOf)]
}

function named(specs: Spec[], status: string): Failure[] {
  return specs.flatMap(({ title, file, line, tests }) => {
    const its = tests.filter((test) => test.status === status)
    if (its.length === 0) return []
    const messages = its.flatMap(({ results }) => results.flatMap(({ errors }) => errors))
    const name = `e2e/${file}:${line} › ${title}`
    return toFailure(
      name,
      messages.map(({ message }) => message ?? ''),
    )
  })
}

/** What is said again at the end of the run: the rest stands above, where the test failed. */
const REASON_LINES_MAX = 20

function toFailure(name: string, messages: string[]): Failure {
  const lines = messages.flatMap((message) => stripVTControlCharacters(message).split('\n'))
  const reason = lines.filter((line) => line.trim()).slice(0, REASON_LINES_MAX)
  return { name, reason: reason.join('\n') }
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'))
}
