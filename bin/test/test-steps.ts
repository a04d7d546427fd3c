import { ensureBuild, TEST_DIST_DIR } from '../process/build'
import { findChromium } from './chromium'
import { asOne, playwright, prepared, type Run, vitest } from './run-programs'
import { NOTHING, type Outcome } from './step-outcome'

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
 * What `npm test` does; what doesn't wait for each other runs side by side. Format and lint, types and the demo
 * count as one test each. Crashes under load and database tests spend most of their time waiting (for outages, time-outs,
 * restarts), so they share the processors; stories keep both of them busy and are told apart from either.
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
    for: ['first-load', 'e2e', 'demo', 'faults'],
    run: build,
  },
  {
    name: 'first-load',
    title: 'What each page loads first',
    after: ['build'],
    run: (run) => asOne(run, ['--import', 'tsx', 'bin/test/first-load/first-load.ts']),
  },
  {
    name: 'chromium',
    title: 'Chromium',
    after: [],
    for: ['e2e'],
    run: readyChromium,
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
    name: 'faults',
    title: 'Crashes under load, and the benches in short',
    after: ['build', 'unit'],
    run: (run) => vitest(run, 'faults'),
  },
  {
    name: 'e2e',
    title: 'Browser tests',
    // Beside the tests before, stories and tests would both wait for a processor until they time out.
    after: ['build', 'chromium', 'db', 'faults'],
    run: (run) => playwright(run, 'short'),
  },
  {
    name: 'demo',
    title: 'The demo, started twice',
    // Beside the stories, whose stack starts one thing after the other just as this does.
    after: ['build', 'db', 'faults'],
    run: (run) => asOne(run, ['--import', 'tsx', 'bin/test/demo/demo-here.ts']),
  },
]

async function build({ life, say }: Run): Promise<Outcome> {
  await ensureBuild(life, TEST_DIST_DIR, say)
  return NOTHING
}

/** The browser of the stories, unless there is one already. */
export async function readyChromium(run: Run): Promise<Outcome> {
  return findChromium() ? NOTHING : prepared(run, ['--import', 'tsx', 'bin/test/fetch-chromium.ts'])
}
