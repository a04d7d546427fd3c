import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { connect, type Queryable, type Sql } from '../client'
import { toReleaseNumber } from './contractions'
import { hashSources } from './source-hash'

/** First half of the advisory lock key that says "a process of this version works here"; the second is the version's. */
const VERSION_LOCKS = 7_203
/** The same of its release: which of them a migration would break can be told by this one. */
const RELEASE_LOCKS = 7_204
/** The same of a command, which wants to be alone with its version. */
const COMMAND_LOCKS = 7_205
/** Held for a moment by whoever comes in, so that of two versions at once one is first. */
const GATE_LOCK = 7_201_003
/** A process that was told to stop needs up to ten seconds; whoever takes its place waits for it. */
const WAIT_MS = 15_000
const LOOK_MS = 500
/** After Postgres was away the lock is taken again within this. */
const HOLD_MS = 5_000

/** Where the migrations are, in every way the inbox is started. */
export const migrationsFolder = () => path.join(process.cwd(), 'drizzle/migrations')

export interface Version {
  /** Of the release, the schema and the code that reads the log: processes with the same one read the log alike. */
  key: number
  /** As a number, so that an earlier one is less. */
  release: number
  /** When the newest migration of this version was written; the migrator goes by it. */
  schemaAt: number
}

const journalSchema = z.object({ entries: z.array(z.object({ when: z.number() })) })
const packageSchema = z.object({ version: z.string() })

/** The code that makes rows of the log: two states of it read the same log in two ways, whatever the release is called. */
const READING_CODE = ['lib/stella', 'lib/domain', 'lib/log', 'lib/db/log']

/** Of the code that this process has loaded, whatever is written over it later. */
let codeHash: string | undefined

/** The version of this program. */
export function ownVersion(): Version {
  const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
  const { entries } = journalSchema.parse(read(path.join(migrationsFolder(), 'meta/_journal.json')))
  const { version } = packageSchema.parse(read(path.join(process.cwd(), 'package.json')))
  const schemaAt = Math.max(...entries.map(({ when }) => when))
  codeHash ??= hashSources(READING_CODE, { only: /\.ts$/ })
  const digest = createHash('sha256').update(`${version}\n${schemaAt}\n${codeHash}`).digest()
  // The half of a lock's key that Postgres takes has 31 bits and a sign.
  return { key: digest.readUInt32BE(0) >>> 1, release: toReleaseNumber(version), schemaAt }
}

/**
 * Waits until no process of a release before this one works on the database. Throws in words when one still does after a
 * while: a migration would take from it what it still uses.
 */
export async function assertNoneBefore(
  sql: Queryable,
  release: number,
  waitMs = WAIT_MS,
): Promise<void> {
  for (const until = Date.now() + waitMs; await hasReleaseBefore(sql, release); ) {
    if (Date.now() >= until) throw new Error(STILL_USED)
    await sleep(LOOK_MS)
  }
}

const STILL_USED =
  'An earlier release of the inbox is running on this database, and this one takes away what that one still uses. Update it step by step (docs/deployment.md), or stop all of its processes first.'

const OTHER_VERSION =
  'Another version of the inbox is running on this database. A command runs beside its own version only: wait until all processes are of one version, then run it again.'

const COMMAND_RUNS =
  'A command of another version of the inbox is running on this database. Wait until it has ended, then start again.'

/** Processes that hold the lock of a version, by the connections that hold it. */
const HOLDERS = (sql: Queryable, kind: number) => sql`
  select pid, objid from pg_locks where locktype = 'advisory' and granted
    and database = (select oid from pg_database where datname = current_database())
    and classid = ${kind} and objsubid = 2`

async function hasOther(sql: Queryable, kind: number, key: number): Promise<boolean> {
  const rows = await sql`
    select from (${HOLDERS(sql, kind)}) held where objid <> ${key} limit 1`
  return rows.length > 0
}

/** Who says no release is of one from before releases were said. */
async function hasReleaseBefore(sql: Queryable, release: number): Promise<boolean> {
  const rows = await sql`
    select from (${HOLDERS(sql, VERSION_LOCKS)}) held
      left join (${HOLDERS(sql, RELEASE_LOCKS)}) named using (pid)
    where coalesce(named.objid::bigint, 0) < ${release} limit 1`
  return rows.length > 0
}

interface Entering {
  version?: Version
  /** A command works on the log itself, and wants no other version beside it; servers of two may work side by side. */
  isCommand?: boolean
  waitMs?: number
}

/**
 * Says for as long as this process lives that its version works on the database, with session locks: Postgres drops them
 * the moment the process is gone. Any number of processes hold them.
 */
export class VersionGuard {
  private backend: number | undefined
  private readonly timer: NodeJS.Timeout

  private constructor(
    private readonly sql: Sql,
    private readonly version: Version,
    private readonly isCommand: boolean,
  ) {
    this.timer = setInterval(() => this.hold().catch(() => undefined), HOLD_MS)
    this.timer.unref()
  }

  /** Throws in words: a server while a command of another version runs, a command beside anything of another version. */
  static async enter(
    databaseUrl: string,
    { version = ownVersion(), isCommand = false, waitMs = WAIT_MS }: Entering = {},
  ) {
    const sql = connect(databaseUrl, { max: 1, lifelong: true })
    const guard = new VersionGuard(sql, version, isCommand)
    try {
      for (const until = Date.now() + waitMs; !(await guard.comeIn()); ) {
        if (Date.now() >= until) throw new Error(isCommand ? OTHER_VERSION : COMMAND_RUNS)
        await sleep(LOOK_MS)
      }
      return guard
    } catch (error) {
      await guard.leave()
      throw error
    }
  }

  /** Last of all: what comes after may be of another version. */
  async leave() {
    clearInterval(this.timer)
    await this.sql.end({ timeout: 1 })
  }

  private async comeIn(): Promise<boolean> {
    return this.sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${GATE_LOCK})`
      const kind = this.isCommand ? VERSION_LOCKS : COMMAND_LOCKS
      if (await hasOther(tx, kind, this.version.key)) return false
      await this.take(tx)
      return true
    })
  }

  private async hold() {
    const [row] = await this.sql<{ pid: number }[]>`select pg_backend_pid() as pid`
    if (row?.pid !== this.backend) await this.take(this.sql)
  }

  /** Of the session, so they outlive a transaction in which they are taken. */
  private async take(sql: Queryable) {
    const { key, release } = this.version
    const [row] = await sql<{ pid: number }[]>`
      select pg_backend_pid() as pid,
        pg_advisory_lock_shared(${VERSION_LOCKS}, ${key}),
        pg_advisory_lock_shared(${RELEASE_LOCKS}, ${release})`
    if (this.isCommand) await sql`select pg_advisory_lock_shared(${COMMAND_LOCKS}, ${key})`
    this.backend = row?.pid
  }
}
