import type { Locale } from '@/lib/i18n/locale'
import { asOne, type Project, playwright, type Run } from './run-programs'
import { type Outcome, sum } from './step-outcome'
import { readyChromium } from './test-steps'

/** One long form: which figure to reach it is, or its name, and what it does. */
export type LongRun = { figure: string; what: string } & (LongFile | LongProgram)

/** A file of tests, in its long form. */
interface LongFile {
  project: Project
  file: string
}

interface LongProgram {
  does(run: Run): Promise<Outcome>
}

/** The long forms, the quick ones first: what is wrong is best known early. */
export const LONG_RUNS: LongRun[] = [
  {
    figure: 'clone',
    what: 'The demo from a clean clone: an empty home, npm ci and the first build',
    does: (run) => asOne(run, ['--import', 'tsx', 'bin/test/demo/clean-clone.ts']),
  },
  {
    figure: 'stories',
    what: 'The stories that npm test leaves out: those with the tag @long',
    does: async (run) => {
      const chromium = await readyChromium(run)
      return chromium.failed > 0 ? chromium : playwright(run, 'long')
    },
  },
  {
    figure: 'zh-Hant',
    what: 'All stories, those of npm test too, on screens in 繁體中文',
    does: (run) => playedIn(run, 'zh-HK'),
  },
  {
    figure: 'signals',
    what: 'A run of tests ended by any signal leaves nothing behind',
    project: 'db',
    file: 'bin/test/interrupted-run.db.test.ts',
  },
  {
    figure: 'S1',
    what: 'The benches in short, with floor A, which has to be built',
    project: 'faults',
    file: 'bench/faults/bench.faults.test.ts',
  },
  {
    figure: 'T11',
    what: 'An unknown e-mail costs the time of a wrong password, 400 pairs',
    project: 'db',
    file: 'lib/auth/sign-in.db.test.ts',
  },
  {
    figure: 'T4',
    what: '50,000 schedules of one conversation',
    project: 'unit',
    file: 'lib/domain/fold/any-order.test.ts',
  },
  {
    figure: 'T4',
    what: 'The stretches of 20,000 talks join without gap or overlap',
    project: 'unit',
    file: 'lib/domain/fold/spans.test.ts',
  },
  {
    figure: 'T7',
    what: '100,000 mutated bodies through readers and fold',
    project: 'unit',
    file: 'lib/stella/mutations.test.ts',
  },
  {
    figure: 'T7',
    what: '100,000 mutated bodies over HTTP',
    project: 'db',
    file: 'lib/http/webhook/mutated-bodies.db.test.ts',
  },
  {
    figure: 'T3',
    what: 'Two processes, 2,000 talks, each body × 10 on 32 connections',
    project: 'faults',
    file: 'bench/faults/two-processes.faults.test.ts',
  },
  {
    figure: 'clients',
    what: '200 clients, cut at random, of processes and a Postgres that go and come back',
    project: 'faults',
    file: 'bench/faults/many-clients.faults.test.ts',
  },
  {
    figure: 'T2',
    what: 'Postgres crashes 20 times in 20,000 deliveries',
    project: 'faults',
    file: 'bench/faults/database-killed.faults.test.ts',
  },
  {
    figure: 'T2',
    what: 'Postgres and the process are killed in turn, 40 times',
    project: 'faults',
    file: 'bench/faults/both-killed.faults.test.ts',
  },
  {
    figure: 'T1',
    what: 'SIGKILL of the app 50 times in 20,000 deliveries',
    project: 'faults',
    file: 'bench/faults/app-killed.faults.test.ts',
  },
  {
    figure: 'T7',
    what: 'The built app: 100,000 mutated bodies, 10,000 forgeries, malformed HTTP',
    project: 'faults',
    file: 'bench/faults/hostile.faults.test.ts',
  },
  {
    figure: 'T7',
    what: 'The built app: 2,000 signed bodies of a mebibyte, and 200 that never end',
    project: 'faults',
    file: 'bench/faults/large-bodies.faults.test.ts',
  },
  {
    figure: 'T5',
    what: 'Replies under every fault of Stella, while processes are killed',
    project: 'faults',
    file: 'bench/faults/replies.faults.test.ts',
  },
  {
    figure: 'T5',
    what: 'A process is killed at each step of a reply',
    project: 'faults',
    file: 'bench/faults/reply-steps.faults.test.ts',
  },
  {
    figure: 'T6',
    what: 'Replies through an outage of Stella',
    project: 'faults',
    file: 'bench/faults/outages.faults.test.ts',
  },
]

/** Plays every story in the language of this locale. The stories find it where this process does: long runs go one by one. */
async function playedIn(run: Run, locale: Locale): Promise<Outcome> {
  const chromium = await readyChromium(run)
  if (chromium.failed > 0) return chromium
  process.env.STORY_LOCALE = locale
  try {
    const outcomes = [await playwright(run, 'short'), await playwright(run, 'long')]
    const all = (which: 'failures' | 'flaky') => outcomes.flatMap((outcome) => outcome[which])
    return { ...sum(outcomes), failures: all('failures'), flaky: all('flaky') }
  } finally {
    delete process.env.STORY_LOCALE
  }
}

/** The runs of these figures, such as T4 or stories; all of them without any. Throws a sentence for a figure that has none. */
export function chooseRuns(figures: string[]): LongRun[] {
  const has = (run: LongRun, figure: string) => run.figure === figure
  const unknown = figures.filter((figure) => !LONG_RUNS.some((run) => has(run, figure)))
  if (unknown.length > 0) {
    const known = [...new Set(LONG_RUNS.map((run) => run.figure))].sort()
    throw new Error(`There is no long run ${unknown.join(', ')}. There are ${known.join(', ')}.`)
  }
  if (figures.length === 0) return LONG_RUNS
  return LONG_RUNS.filter((run) => figures.some((figure) => has(run, figure)))
}
