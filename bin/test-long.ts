import { mkdir, writeFile } from 'node:fs/promises'
import { arch, cpus } from 'node:os'
import path from 'node:path'
import { type Lifecycle, launch } from './process/lifecycle'
import { chooseRuns, type LongRun } from './test/long-runs'
import { type Run, vitest } from './test/run-programs'
import type { Counts } from './test/step-outcome'

const FOLDER = '.data/long'
const ENV = { LONG_FAULTS: '1' }
/** A long test says nothing until it ends: this often we say that it still runs. */
const STILL_MS = 60_000

type Ended = LongRun & Counts & { seconds: number }

/**
 * `npm run test:long`, or `-- T4 T7` for some: the fault tests in the size of the figures to reach, and what else
 * `npm test` leaves out, one after the other, which takes hours. The table at the end is also written to `.data/long/`.
 */
launch(
  async (life) => {
    const runs = chooseRuns(process.argv.slice(2))
    const ended: Ended[] = []
    for (const [index, run] of runs.entries()) {
      console.log(`\n── ${index + 1} of ${runs.length}: ${run.figure} ${run.what} ──`)
      ended.push(await runLong(life, run))
      // After each: a run that is broken off has its table too.
      await write(ended)
    }
    console.log(`\n${toTable(ended)}\n`)
    const failed = ended.reduce((sum, run) => sum + run.failed, 0)
    const passed = ended.reduce((sum, run) => sum + run.passed, 0)
    console.log(`${passed} passed, ${failed} failed`)
    return failed > 0 || passed === 0 ? 1 : 0
  },
  { codeOnSignal: 130 },
)

async function runLong(life: Lifecycle, run: LongRun): Promise<Ended> {
  const startedAt = performance.now()
  const seconds = () => Math.round((performance.now() - startedAt) / 1000)
  const still = setInterval(
    () => console.log(`── ${run.figure}: still running after ${Math.round(seconds() / 60)} min ──`),
    STILL_MS,
  )
  try {
    const { passed, failed, skipped } = await play(run, {
      life,
      say: (line) => console.log(line),
    })
    return { ...run, passed, failed, skipped, seconds: seconds() }
  } finally {
    clearInterval(still)
  }
}

function play(run: LongRun, inside: Run) {
  if ('does' in run) return run.does(inside)
  return vitest(inside, run.project, { files: [run.file], env: ENV })
}

async function write(ended: Ended[]) {
  await mkdir(FOLDER, { recursive: true })
  const machine = { node: process.version, arch: arch(), cores: cpus().length }
  const result = { at: new Date(), machine, runs: ended }
  await writeFile(path.join(FOLDER, 'long.json'), `${JSON.stringify(result, null, 2)}\n`)
  await writeFile(path.join(FOLDER, 'long.md'), `${toTable(ended)}\n`)
}

function toTable(ended: Ended[]): string {
  return [
    '| figure | what | passed | failed | seconds |',
    '| --- | --- | --- | --- | --- |',
    ...ended.map(
      ({ figure, what, passed, failed, seconds }) =>
        `| ${figure} | ${what} | ${passed} | ${failed} | ${seconds} |`,
    ),
  ].join('\n')
}
