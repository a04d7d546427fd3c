import type { Lifecycle } from '../process/lifecycle'
import { startNode } from '../process/processes'
import { CHROMIUM_VARIABLE, findChromium } from './chromium'
import { readPlaywrightReport, readVitestReport, withReport } from './reports'
import { failedOnce, NOTHING, type Outcome, passedOnce, withVerdict } from './step-outcome'

const VITEST = 'node_modules/vitest/vitest.mjs'
const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js'
/** Playwright and the demo end the app, the simulator and the database before they end, but only on SIGINT. */
const STOP_MS = 40_000

/** What a step runs in. */
export interface Run {
  life: Pick<Lifecycle, 'onStop'>
  say: (line: string) => void
}

/** A program that makes something ready: it counts only when it fails. */
export async function prepared(run: Run, args: string[]): Promise<Outcome> {
  return (await runNode(run, { args })) ? NOTHING : failedOnce('It could not be made ready.')
}

/** A program that counts as one test. */
export async function asOne(run: Run, args: string[]): Promise<Outcome> {
  const succeeded = await runNode(run, { args, stopTimeoutMs: STOP_MS })
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

/** Plays the stories of `npm test`, or those that it leaves to the long run. */
export async function playwright(run: Run, stories: 'short' | 'long'): Promise<Outcome> {
  return withReport(run.say, async (report) => {
    const env = {
      [CHROMIUM_VARIABLE]: findChromium() ?? '',
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      STORIES: stories,
    }
    const args = [PLAYWRIGHT, 'test', '--reporter=list,json']
    const program = { args, env, stopTimeoutMs: STOP_MS, stopSignal: 'SIGINT' } as const
    const succeeded = await runNode(run, program)
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
