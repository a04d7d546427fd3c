import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import type { Lifecycle } from '../process/lifecycle'
import { startNode } from '../process/processes'
import { CHROMIUM_VARIABLE, fetchChromium } from './chromium'

export interface Counts {
  passed: number
  failed: number
  skipped: number
}

export interface Step {
  name: string
  /** What it does, for the progress line. */
  title: string
  run(life: Lifecycle): Promise<Counts>
}

const VITEST = 'node_modules/vitest/vitest.mjs'
/** Playwright ends the app, the simulator and the database before it ends, but only on SIGINT. */
const PLAYWRIGHT_STOP_MS = 40_000

/** What `npm test` does, in order. Format and lint, types and the clean clone count as one test each. */
export const STEPS: Step[] = [
  {
    name: 'lint',
    title: 'Format, lint and what nobody uses',
    run: (life) =>
      asOne(life, ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '.']).then(
        (format) => (format.failed > 0 ? format : asOne(life, ['node_modules/knip/bin/knip.js'])),
      ),
  },
  {
    name: 'types',
    title: 'Types',
    run: (life) => asOne(life, ['node_modules/typescript/bin/tsc', '--noEmit']),
  },
  { name: 'unit', title: 'Unit tests', run: (life) => vitest(life, 'unit') },
  { name: 'db', title: 'Database tests', run: (life) => vitest(life, 'db') },
  { name: 'e2e', title: 'Browser tests', run: playwright },
  {
    name: 'faults',
    title: 'Crashes under load, and the benches in short',
    run: (life) => vitest(life, 'faults'),
  },
  {
    name: 'clone',
    title: 'The demo from a clean clone',
    run: (life) => asOne(life, ['--import', 'tsx', 'bin/test/clean-clone.ts'], PLAYWRIGHT_STOP_MS),
  },
]

async function asOne(life: Lifecycle, args: string[], stopTimeoutMs?: number): Promise<Counts> {
  const succeeded = await runNode(life, args, {}, stopTimeoutMs)
  return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 }
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})

export type Project = 'unit' | 'db' | 'faults'

/** Runs a project of vitest, or some files of it. */
export async function vitest(
  life: Lifecycle,
  project: Project,
  { files = [], env = {} }: { files?: string[]; env?: Record<string, string> } = {},
): Promise<Counts> {
  return withReport(async (report) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const args = [VITEST, 'run', '--project', project, ...reporters, ...files]
    const succeeded = await runNode(life, args, env)
    const result = vitestReport.parse(await readJson(report))
    // A file that can't even be loaded holds no test that could fail.
    const broken = result.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    )
    const counts = {
      passed: result.numPassedTests,
      failed: result.numFailedTests + broken.length,
      skipped: result.numPendingTests + result.numTodoTests,
    }
    return withVerdict(counts, succeeded)
  })
}

const playwrightReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
})

async function playwright(life: Lifecycle): Promise<Counts> {
  return withReport(async (report) => {
    const env = {
      [CHROMIUM_VARIABLE]: fetchChromium((line) => console.log(line)),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    }
    const args = ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json']
    const succeeded = await runNode(life, args, env, PLAYWRIGHT_STOP_MS, 'SIGINT')
    const { stats } = playwrightReport.parse(await readJson(report))
    const passed = stats.expected + stats.flaky
    return withVerdict({ passed, failed: stats.unexpected, skipped: stats.skipped }, succeeded)
  })
}

/** A run that ended badly without naming a failed test, say in a hook, has failed once. */
function withVerdict(counts: Counts, succeeded: boolean): Counts {
  return succeeded || counts.failed > 0 ? counts : { ...counts, failed: 1 }
}

/** A run that left no readable report has failed. */
async function withReport(work: (file: string) => Promise<Counts>): Promise<Counts> {
  const folder = await mkdtemp(path.join(tmpdir(), 'stella-inbox-report-'))
  try {
    return await work(path.join(folder, 'report.json'))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1, skipped: 0 }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function runNode(
  life: Lifecycle,
  args: string[],
  env: Record<string, string> = {},
  stopTimeoutMs?: number,
  stopSignal?: NodeJS.Signals,
): Promise<boolean> {
  const onLine = (line: string) => console.log(line)
  const name = args[0] ?? 'node'
  const child = startNode({ name, args, env, onLine, stopTimeoutMs, stopSignal })
  await life.onStop(child.stop)
  return (await child.ended) === 'exit 0'
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'))
}
