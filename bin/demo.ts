import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { Command } from 'commander'
import { paths } from '@/lib/paths'
import { DEMO_AGENTS, DEMO_PORT } from './demo/demo-cast'
import { readDemoMemory, saveDemoMemory } from './demo/demo-memory'
import { type Stack, startStack } from './demo/demo-stack'
import { simulatorControl } from './demo/simulator-control'
import { removeDatabase } from './postgres/embedded-database'
import { type Lifecycle, launch } from './process/lifecycle'

/** `npm run demo`: the whole product from one terminal, alive with a simulated Stella. */
const command = new Command('demo')
  .option('--fresh', 'forget everything of earlier starts')
  .option('--dev', 'hot reload instead of a build')
  .option('--port <number>', 'port of the inbox', Number, Number(process.env.PORT) || DEMO_PORT)
  .option('--data-dir <folder>', 'where everything is kept', process.env.DATA_DIR || '.data')
  .parse()

interface DemoOptions {
  fresh?: boolean
  dev?: boolean
  port: number
  dataDir: string
}

launch(async (life) => {
  const options = command.opts<DemoOptions>()
  if (options.fresh) await forget(options.dataDir)
  const stack = await startStack(life, {
    ...options,
    // As `next build` reads it; a test of this command gives its own build.
    distDir: process.env.NEXT_DIST_DIR || '.next',
    log: (line) => console.log(line),
    onLine: options.dev ? (line) => console.log(line) : undefined,
  })
  await startDay(life, options.dataDir, stack)
  console.log(welcome(stack, options.port))
  return undefined
})

/** What the demo makes in its data folder, and nothing else: anything foreign in there makes `--fresh` refuse. */
const OURS = [
  'postgres',
  'postgres.json',
  'postgres-holders',
  'postgres-lock',
  // Of older versions.
  'postgres.lock',
  'secret',
  'demo.json',
  'simulator.json',
  'media',
  'screens',
]

async function forget(dataDir: string) {
  if (!existsSync(dataDir)) return
  const foreign = (await readdir(dataDir)).filter((name) => !isOurs(name))
  if (foreign.length > 0)
    throw new Error(
      `${path.resolve(dataDir)} holds ${foreign.join(', ')}, which the demo did not make. Nothing was deleted.`,
    )
  console.log('Forgetting earlier data…')
  await removeDatabase(dataDir)
  const names = await readdir(dataDir)
  await Promise.all(
    names.map((name) => rm(path.join(dataDir, name), { recursive: true, force: true })),
  )
}

/** Half-written copies carry the name of their file and an ending. */
function isOurs(name: string): boolean {
  return OURS.some((own) => name === own || name.startsWith(`${own}.`))
}

async function startDay(life: Lifecycle, dataDir: string, { simulatorUrl }: Stack) {
  const memory = await readDemoMemory(dataDir)
  const simulator = simulatorControl(simulatorUrl)
  await simulator.startDay({ history: !memory.historyPlayed })
  await life.onStop(() => {
    console.log('\nStopping…')
    return simulator.stopDay()
  })
  await saveDemoMemory(dataDir, { ...memory, historyPlayed: true })
}

function welcome({ appUrl, simulatorUrl }: Stack, wantedPort: number): string {
  const port = Number(new URL(appUrl).port)
  const moved = port === wantedPort ? '' : `  (port ${wantedPort} is taken)`
  const signIns = DEMO_AGENTS.map(
    ({ email, password, role }) => `    ${email.padEnd(20)}  ${password.padEnd(14)}  ${role}`,
  )
  return [
    '',
    'Ready',
    '',
    `  Inbox    ${appUrl}${moved}`,
    `  Phone    ${simulatorUrl}/phone   (write as a member)`,
    '',
    `  Sign in at ${appUrl}${paths.signIn} as`,
    ...signIns,
    '',
    '  Ctrl-C stops everything; the next start goes on from here.',
    '',
  ].join('\n')
}
