import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const outside = ['**/node_modules/**', '**/.next*/**', '**/.data*/**', 'e2e/**']

const resolve = {
  alias: {
    '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, ''),
    // One file instead of one for each of its 1,700 icons, which take seconds to load.
    'lucide-react': 'lucide-react/dist/cjs/lucide-react.js',
  },
}

/** What a test makes fail on purpose need not fill the screen. */
const env = { LOG_LEVEL: 'silent' }

/**
 * Files that take long, the longest of a project first. Begun last, each would leave the other processor idle until its
 * end; the size of a file, by which vitest goes otherwise, says nothing of how long its tests wait.
 */
export const LONGEST = [
  'bench/faults/replies.faults.test.ts',
  'bench/faults/reply-steps.faults.test.ts',
  'bench/faults/bench.faults.test.ts',
  'bench/faults/outages.faults.test.ts',
  'bench/faults/app-killed.faults.test.ts',
  'bin/postgres/embedded-database.db.test.ts',
  'bin/inbox.db.test.ts',
  'lib/jobs/reply/outage.db.test.ts',
  'bin/test/interrupted-run.db.test.ts',
  'lib/jobs/reply/send-replies.db.test.ts',
  'lib/inbox/log/unnoted.db.test.ts',
  'lib/inbox/owner/owner.db.test.ts',
  'lib/auth/sign-in.db.test.ts',
  'lib/log/turn.db.test.ts',
  'lib/jobs/member/member-lane.db.test.ts',
  'bin/process/lifecycle.test.ts',
  'bin/test/leash.test.ts',
  'lib/media/reader/hear.test.ts',
  'lib/media/download.test.ts',
]

/** The order in which vitest starts test files. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => LONGEST.includes(nameOf(moduleId))
    const long = LONGEST.flatMap((name) => sorted.filter((file) => nameOf(file.moduleId) === name))
    return [...long, ...sorted.filter((file) => !isLong(file))]
  }
}

function nameOf(file: string): string {
  return path.relative('', file).split(path.sep).join('/')
}

/**
 * Three projects: `unit` needs nothing, `db` gets a Postgres of its own for the run (`*.db.test.ts`), `faults`
 * runs the built app, kills things under load and keeps the benches alive (`*.faults.test.ts`; LONG_FAULTS=1 for the
 * long forms).
 */
export default defineConfig({
  resolve,
  test: {
    // Many tests wait for something most of their time, so more files than cores run side by side.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          // Files share what they import: loading it anew for each took longer than the tests.
          isolate: false,
          env,
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...outside, '**/*.db.test.ts', '**/*.faults.test.ts'],
          // It ends what hangs. How fast the machine is that others use as well is no test's subject.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve,
        test: {
          name: 'db',
          isolate: false,
          // One that passes only at the second try is marked so in the report: a fault to mend, which need not hide all else.
          retry: 1,
          env,
          include: ['**/*.db.test.ts'],
          exclude: outside,
          globalSetup: ['bin/test/test-cluster.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve,
        test: {
          name: 'faults',
          // A long form that passed at the second hour only has not passed.
          retry: process.env.LONG_FAULTS ? 0 : 1,
          include: ['bench/**/*.faults.test.ts'],
          exclude: outside,
          globalSetup: ['bench/faults/app-build.ts', 'bench/faults/fault-cluster.ts'],
          // Each of them runs the built app, most of them twice: on two cores a third makes them no faster together.
          maxWorkers: 2,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
