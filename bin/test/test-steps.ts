import { ensureBuild, TEST_DIST_DIR } from '../process/build'
import type { Lifecycle } from '../process/lifecycle'
import { startNode } from '../process/processes'
import { CHROMIUM_VARIABLE, findChromium } from './chromium'
import { readPlaywrightReport, readVitestReport, withReport } from './reports'
import { failedOnce, NOTHING, type Outcome, passedOnce, withVerdict } from './step-outcome'

const VITEST = 'node_modules/vitest/vitest.mjs'
/** Playwright ends the app, the simulator and the database before it ends, but only on SIGINT. */
const PLAYWRIGHT_STOP_MS = 40_000

/** What a step runs in. */
export interface Run {
  life: Pick<Lifecycle, 'onStop'>
  say: (line: string) => void
}

export interface Step {
  name: string
  /** What it does, for the progress line. */
  title: string
  /** What has to have ended before it, where that is done at all. */
  after: string[]
  /** Made ready for these steps, and done when one of them is; it counts only when it fails. */
  for?: string[]
  run(run: Run): Promise<Outcome>
}

const BIOME = 'node_modules/@biomejs/biome/bin/biome'

/**
 * What `npm test` does; what doesn't wait for each other runs side by side. Format and lint, types and the clean clone
 * count as one test each. Crashes under load measure times, so nothing runs beside them.
 */
export const STEPS: Step[] = [
  {
    name: 'lint',
    title: 'Format, lint and what nobody uses',
    after: [],
    run: async (run) => {
      const format = await asOne(run, [BIOME, 'ci', '--colors=off', '.'])
      return format.failed > 0 ? format : asOne(run, ['node_modules/knip/bin/knip.js'])
    },
  },
  {
    name: 'types',
    title: 'Types',
    after: [],
    run: (run) => asOne(run, ['node_modules/typescript/bin/tsc', '--noEmit']),
  },
  {
    name: 'build',
    title: 'The build',
    // It writes types of its own, which the compiler reads: half-written they would be errors.
    after: ['types'],
    for: ['e2e', 'faults'],
    run: build,
  },
  {
    name: 'chromium',
    title: 'Chromium',
    after: [],
    for: ['e2e'],
    run: async (run) =>
      findChromium() ? NOTHING : prepared(run, ['--import', 'tsx', 'bin/test/fetch-chromium.ts']),
  },
  {
    name: 'unit',
    title: 'Unit tests',
    after: ['lint', 'types'],
    run: (run) => vitest(run, 'unit'),
  },
  {
    name: 'db',
    title: 'Database tests',
    after: ['unit'],
    run: (run) => vitest(run, 'db'),
  },
  {
    name: 'e2e',
    title: 'Browser tests',
    // Beside the tests before, stories and tests would both wait for a processor until they time out.
    after: ['build', 'chromium', 'db'],
    run: playwright,
  },
  {
    name: 'clone',
    title: 'The demo from a clean clone',
    after: ['e2e'],
    run: (run) => asOne(run, ['--import', 'tsx', 'bin/test/clean-clone.ts'], PLAYWRIGHT_STOP_MS),
  },
  {
    name: 'faults',
    title: 'Crashes under load, and the benches in short',
    after: ['build', 'e2e', 'clone'],
    run: (run) => vitest(run, 'faults'),
  },
]

async function build({ life, say }: Run): Promise<Outcome> {
  await ensureBuild(life, TEST_DIST_DIR, say)
  return NOTHING
}

async function prepared(run: Run, args: string[]): Promise<Outcome> {
  return (await runNode(run, { args })) ? NOTHING : failedOnce('It could not be made ready.')
}

async function asOne(run: Run, args: string[], stopTimeoutMs?: number): Promise<Outcome> {
  const succeeded = await runNode(run, { args, stopTimeoutMs })
  return succeeded ? passedOnce() : failedOnce('Its lines above say what is wrong.')
}

export type Project = 'unit' | 'db' | 'faults'

/** Runs a project of vitest, or some files of it. */
export async function vitest(
  run: Run,
  project: Project,
  { files = [], env = {} }: { files?: string[]; env?: Record<string, string> } = {},
): Promise<Outcome> {
  return withReport(run.say, async (report) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const args = [VITEST, 'run', '--project', project, ...reporters, ...files]
    const succeeded = await runNode(run, { args, env })
    return withVerdict(await readVitestReport(report), succeeded)
  })
}

async function playwright(run: Run): Promise<Outcome> {
  return withReport(run.say, async (report) => {
    const env = {
      [CHROMIUM_VARIABLE]: findChromium() ?? '',
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    }
    const args = ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json']
    const stopTimeoutMs = PLAYWRIGHT_STOP_MS
    const succeeded = await runNode(run, { args, env, stopTimeoutMs, stopSignal: 'SIGINT' })
    return withVerdict(await readPlaywrightReport(report), succeeded)
  })
}

interface Program {
  args: string[]
  env?: Record<string, string>
  stopTimeoutMs?: number
  stopSignal?: NodeJS.Signals
}

async function runNode({ life, say }: Run, { env = {}, ...program }: Program) {
  const name = program.args[0] ?? 'node'
  const child = startNode({ name, env, onLine: say, ...program })
  await life.onStop(child.stop)
  return (await child.ended) === 'exit 0'
}
