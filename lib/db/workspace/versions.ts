import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { connect, type Queryable, type Sql } from '../client'
import { hashSources } from './source-hash'

/** First half of the advisory lock key that says "a process of this version works here"; the second is the version's. */
const VERSION_LOCKS = 7_203
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
  /** Of the release, the schema and the code that reads the log: processes with the same one may share a database. */
  key: number
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
  return { key: digest.readUInt32BE(0) >>> 1, schemaAt }
}

/**
 * Waits until no process of another version works on this database. Throws in words when one still does after a while:
 * two versions read the same log in two ways and expect different tables.
 */
export async function assertNoOtherVersion(
  sql: Queryable,
  { key }: Version,
  waitMs = WAIT_MS,
): Promise<void> {
  for (const until = Date.now() + waitMs; ; ) {
    if (!(await hasOtherVersion(sql, key))) return
    if (Date.now() >= until) throw new Error(OTHER_VERSION)
    await sleep(LOOK_MS)
  }
}

const OTHER_VERSION =
  'Another version of the inbox is running on this database. Two versions must not work on it at once: stop the other one, then start this one.'

async function hasOtherVersion(sql: Queryable, key: number): Promise<boolean> {
  const rows = await sql`
    select from pg_locks where locktype = 'advisory' and granted
      and database = (select oid from pg_database where datname = current_database())
      and classid = ${VERSION_LOCKS} and objsubid = 2 and objid <> ${key} limit 1`
  return rows.length > 0
}

/**
 * Says for as long as this process lives that its version works on the database, with a session lock: Postgres drops it
 * the moment the process is gone. Any number of processes of one version hold it.
 */
export class VersionGuard {
  private backend: number | undefined
  private readonly timer: NodeJS.Timeout

  private constructor(
    private readonly sql: Sql,
    private readonly key: number,
  ) {
    this.timer = setInterval(() => this.hold().catch(() => undefined), HOLD_MS)
    this.timer.unref()
  }

  /** Throws in words while a process of another version works there. */
  static async enter(databaseUrl: string, version = ownVersion(), waitMs = WAIT_MS) {
    const sql = connect(databaseUrl, { max: 1, lifelong: true })
    const guard = new VersionGuard(sql, version.key)
    try {
      for (const until = Date.now() + waitMs; !(await guard.comeIn()); ) {
        if (Date.now() >= until) throw new Error(OTHER_VERSION)
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
      if (await hasOtherVersion(tx, this.key)) return false
      await this.take(tx)
      return true
    })
  }

  private async hold() {
    const [row] = await this.sql<{ pid: number }[]>`select pg_backend_pid() as pid`
    if (row?.pid !== this.backend) await this.take(this.sql)
  }

  /** Of the session, so it outlives a transaction in which it is taken. */
  private async take(sql: Queryable) {
    const [row] = await sql<{ pid: number }[]>`
      select pg_backend_pid() as pid, pg_advisory_lock_shared(${VERSION_LOCKS}, ${this.key})`
    this.backend = row?.pid
  }
}
