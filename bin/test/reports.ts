import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { Stopping } from '../process/lifecycle'
import { failedOnce, type Outcome } from './step-outcome'

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
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
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
      .map(({ fullName }) => `${path.relative('', name)} › ${fullName}`),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [...failures, ...broken.map(({ name }) => `${path.relative('', name)} can’t be run`)],
    flaky: [],
  }
}

const playwrightSpec = z.object({
  title: z.string(),
  file: z.string(),
  line: z.number(),
  tests: z.array(z.object({ status: z.string() })),
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

function named(specs: Spec[], status: string): string[] {
  return specs
    .filter(({ tests }) => tests.some((test) => test.status === status))
    .map(({ title, file, line }) => `e2e/${file}:${line} › ${title}`)
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'))
}
