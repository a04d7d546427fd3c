import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { hashSources } from '@/lib/db/workspace/source-hash'
import { bundleProcesses } from './bundle-processes'
import type { Lifecycle } from './lifecycle'
import { startNode } from './processes'

/** All that `next build` turns into pages and handlers. Missing ones are skipped. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'drizzle/schema',
  'public',
  'proxy.ts',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]

/** All that the processes beside Next are made of. */
const PROCESS_SOURCES = ['bin', 'lib', 'drizzle/schema', 'tsconfig.json', 'package-lock.json']

const NEXT = 'node_modules/next/dist/bin/next'

/** The build that stories, faults, benches and pictures run on, beside the one of a running demo. */
export const TEST_DIST_DIR = '.next-test'

/** Arguments for `node` that run Next's own command line. */
export function nextArgs(...args: string[]): string[] {
  return [NEXT, ...args]
}

/** Longer than the minute for which proxies keep a connection to us, so that none is closed just as it is used. */
export const KEEP_ALIVE_MS = 75_000

/** Arguments that serve the sources with hot reload, by one process that does everything; with `DEVELOPMENT_ENV`. */
export function devArgs(port: number, hostname: string): string[] {
  return ['--import', 'tsx', 'bin/process/serve.ts', String(port), hostname]
}

/** Arguments that start the build as `npm start` does; where it listens, and which build it is, the environment says. */
export function launcherArgs(...flags: string[]): string[] {
  return ['bin/start.mjs', ...flags]
}

/** The same by Next's own server, where webhooks are answered by their route: for comparison. */
export function routeArgs(port: number, hostname: string): string[] {
  const keepAlive = ['--keepAliveTimeout', String(KEEP_ALIVE_MS)]
  return nextArgs('start', '-p', String(port), ...keepAlive, '-H', hostname)
}

/** How the built app runs: it ends on a signal by itself (lib/boot.ts), because Next would wait for open streams. */
export const PRODUCTION_ENV = { NODE_ENV: 'production', NEXT_MANUAL_SIG_HANDLE: 'true' } as const

/** The same with hot reload instead of a build. */
export const DEVELOPMENT_ENV = { ...PRODUCTION_ENV, NODE_ENV: 'development' }

/** Whether a finished build, of whatever state of the sources, lies in `distDir`. */
function hasBuild(distDir: string): boolean {
  return existsSync(path.join(distDir, 'BUILD_ID'))
}

/**
 * Builds the app into `distDir` unless it holds a build of exactly these sources. The stamp beside the build is a hash
 * of their contents, so neither a checkout nor a copy of the folder makes it build again.
 */
export async function ensureBuild(
  life: Pick<Lifecycle, 'onStop'>,
  distDir: string,
  log: (line: string) => void,
) {
  await ensure(distDir, 'source-stamp', SOURCES, async () => {
    log('Building the app (this takes about a minute, and only after a change)…')
    await build(life, distDir)
  })
  await ensure(distDir, 'process-stamp', PROCESS_SOURCES, () => bundleProcesses(distDir))
}

async function ensure(distDir: string, name: string, sources: string[], make: () => Promise<void>) {
  const stampFile = path.join(distDir, name)
  const stamp = hashSources(sources)
  const made = await readFile(stampFile, 'utf8').catch(() => undefined)
  if (made === stamp && hasBuild(distDir)) return
  await rm(stampFile, { force: true })
  await make()
  await writeFile(stampFile, stamp)
}

async function build(life: Pick<Lifecycle, 'onStop'>, distDir: string) {
  const env = { NEXT_DIST_DIR: distDir, NODE_ENV: 'production' }
  const child = startNode({ name: 'The build', args: nextArgs('build'), env })
  await life.onStop(child.stop)
  const how = await child.ended
  if (how !== 'exit 0') throw new Error(`The build failed (${how}).\n${child.tail()}`)
}
