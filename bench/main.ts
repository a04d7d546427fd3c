import { type Lifecycle, launch } from '@/bin/process/lifecycle'
import { benchBroadcast } from './broadcast'
import { benchFold } from './fold-speed'
import { benchIngest } from './ingest'
import { benchLists } from './list-speed'
import { benchPageWeight } from './page-weight'
import { benchRepeats } from './repeats'
import { benchMemory } from './resident-memory'
import { benchScale } from './scale'
import { benchStream } from './stream'
import type { Figure } from './support/figures'
import { benchBrowser } from './work-in-browser'

const BENCHES: Record<string, (life: Lifecycle, options: { short: boolean }) => Promise<Figure[]>> =
  {
    ingest: benchIngest,
    fold: benchFold,
    repeats: benchRepeats,
    'first-load': benchPageWeight,
    stream: benchStream,
    browser: benchBrowser,
    broadcast: benchBroadcast,
    list: benchLists,
    scale: benchScale,
    memory: benchMemory,
  }

/** `npm run bench -- ingest`, or another name of those above, or all; `--short` for seconds instead of minutes. */
launch(async (life) => {
  const args = process.argv.slice(2)
  const names = args.filter((arg) => !arg.startsWith('--'))
  for (const name of names.length > 0 ? names : Object.keys(BENCHES)) {
    const bench = BENCHES[name]
    if (!bench) throw new Error(`There is no bench ${name}. There are ${Object.keys(BENCHES)}.`)
    console.log(`\n── ${name} ──`)
    await bench(life, { short: args.includes('--short') })
  }
  return 0
})
