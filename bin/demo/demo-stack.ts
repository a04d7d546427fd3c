import path from 'node:path'
import { migrate } from '@/lib/db/workspace/migrate'
import { paths } from '@/lib/paths'
import { keepAppSecret, secretFile } from '../cli/secret-file'
import { startDatabase } from '../postgres/embedded-database'
import { DEVELOPMENT_ENV, devArgs, ensureBuild, launcherArgs } from '../process/build'
import type { Lifecycle } from '../process/lifecycle'
import { findPort } from '../process/ports'
import { startNode } from '../process/processes'
import { waitUntilReady } from '../process/ready'
import { SIMULATOR_PORT } from './demo-cast'
import { readDemoMemory, saveDemoMemory } from './demo-memory'
import { connectSimulator, seedDemo, stellaUrlsOf } from './demo-seed'

const ADDRESS = '127.0.0.1'
const APP_TIMEOUT_MS = 120_000

export interface StackOptions {
  dataDir: string
  /** Where the build is kept, relative to the project. */
  distDir: string
  /** Wanted port of the app; the next free one is taken. 0: any. */
  port: number
  simulatorPort?: number
  /** Hot reload instead of a build. */
  dev?: boolean
  log: (line: string) => void
  /** Every line that the app or the simulator writes. */
  onLine?: (line: string) => void
}

export interface Stack {
  appUrl: string
  simulatorUrl: string
  databaseUrl: string
}

/**
 * Database, simulator and app, seeded and connected to each other: what the demo, the browser tests and the
 * screenshots run on. Everything is registered with `life`, which stops the app first and the database last.
 */
export async function startStack(life: Lifecycle, options: StackOptions): Promise<Stack> {
  const dataDir = path.resolve(options.dataDir)
  const { log } = options
  if (!options.dev) await ensureBuild(life, options.distDir, log)

  const database = await startDatabase({ dataDir, log })
  await life.onStop(database.stop)
  log('Migrating…')
  await migrate(database.url)

  const memory = await readDemoMemory(dataDir)
  log('Starting the simulator…')
  const wanted = memory.simulatorPort ?? options.simulatorPort ?? SIMULATOR_PORT
  const { simulatorUrl, simulatorPort } = await startSimulator(life, options, dataDir, wanted)
  memory.simulatorPort = simulatorPort
  await saveDemoMemory(dataDir, memory)

  log('Seeding…')
  const appSecret = await keepAppSecret(dataDir)
  await seedDemo({ dataDir, databaseUrl: database.url, appSecret, simulatorUrl }, memory)

  log('Starting the inbox…')
  const port = await findPort(options.port)
  const appUrl = `http://localhost:${port}`
  await startApp(life, options, port, {
    ...stellaEnv(simulatorUrl),
    DATABASE_URL: database.url,
    PUBLIC_URL: appUrl,
    // next-auth builds the address after signing out from this.
    NEXTAUTH_URL: appUrl,
    APP_SECRET: appSecret,
    APP_SECRET_FILE: secretFile(dataDir),
    DATA_DIR: dataDir,
  })
  await connectSimulator(simulatorUrl, appUrl, memory)
  return { appUrl, simulatorUrl, databaseUrl: database.url }
}

async function startSimulator(
  life: Lifecycle,
  { onLine }: StackOptions,
  dataDir: string,
  wanted: number,
) {
  const simulatorPort = await findPort(wanted)
  const simulatorUrl = `http://127.0.0.1:${simulatorPort}`
  const child = startNode({
    name: 'The simulator',
    args: ['--import', 'tsx', 'simulator/main.ts'],
    env: {
      SIMULATOR_PORT: String(simulatorPort),
      SIMULATOR_STATE: path.join(dataDir, 'simulator.json'),
    },
    onLine,
  })
  await life.keep(child)
  await waitUntilReady(`${simulatorUrl}/control/ready`, child)
  return { simulatorUrl, simulatorPort }
}

async function startApp(
  life: Lifecycle,
  { dev, distDir, onLine }: StackOptions,
  port: number,
  env: Record<string, string>,
) {
  const child = startNode({
    name: 'The inbox',
    args: dev ? devArgs(port, ADDRESS) : launcherArgs(),
    env: {
      ...env,
      PORT: String(port),
      HOST: ADDRESS,
      NEXT_DIST_DIR: distDir,
      ...(dev ? DEVELOPMENT_ENV : {}),
    },
    onLine,
  })
  await life.keep(child)
  await waitUntilReady(`http://127.0.0.1:${port}${paths.api.ready}`, child, APP_TIMEOUT_MS)
}

/** The simulator speaks for Stella, on this machine: only here may media come from a private address. */
function stellaEnv(simulatorUrl: string) {
  const { botUrl, restUrl, fileUrl } = stellaUrlsOf(simulatorUrl)
  return {
    STELLA_BOT_URL: botUrl,
    STELLA_REST_URL: restUrl,
    STELLA_FILE_URL: fileUrl,
    ALLOW_PRIVATE_MEDIA_HOSTS: '1',
  }
}
