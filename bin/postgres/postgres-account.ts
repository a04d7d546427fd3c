import { execFileSync, spawnSync } from 'node:child_process'

/** The operating-system account Postgres runs under; undefined means our own. */
export interface Account {
  uid: number
  gid: number
}

/**
 * Postgres refuses to run as root. A root session uses the account `postgres`, made when it is missing,
 * else `nobody`, which every system has.
 */
export function postgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const account = findAccount('postgres') ?? makeAccount() ?? findAccount('nobody')
  if (account) return account
  throw new Error('Postgres can not run as root, and no other account could be found or made.')
}

/** Whether this account gets through every folder above `path`. A home or a temporary folder is often closed to others. */
export function reaches(account: Account, path: string): boolean {
  return spawnSync('test', ['-x', path], { ...account, cwd: '/' }).status === 0
}

function findAccount(name: string): Account | undefined {
  try {
    return { uid: idOf('-u', name), gid: idOf('-g', name) }
  } catch {
    return undefined
  }
}

function idOf(flag: '-u' | '-g', name: string): number {
  return Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }))
}

function makeAccount(): Account | undefined {
  const made = spawnSync('useradd', ['--system', '--user-group', 'postgres'], { stdio: 'ignore' })
  return made.status === 0 ? findAccount('postgres') : undefined
}
