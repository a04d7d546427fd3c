import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './bin/test/longest-first'

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
