import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { isAlive } from '@/lib/is-alive'
import { commandOf } from '../process/processes'
import { withLock } from './file-lock'
import {
  inboxUrl,
  isAnswering,
  openCluster,
  type StartOptions,
  startCluster,
  stopCluster,
  withAdmin,
} from './postgres-cluster'
import { ensureRole, giveDatabase, ROLE } from './postgres-role'
import { type Cluster, readClusterSettings, saveClusterSettings } from './postgres-settings'

const DATABASE = 'inbox'

export interface EmbeddedDatabase {
  /** Address of the database `inbox`, as the role that owns it. */
  url: string
  /** False when another process of ours had it running already. */
  started: boolean
  /** Stops Postgres unless another process still uses it. Call it after the last connection is closed. */
  stop(): Promise<void>
}

interface Options extends StartOptions {
  /** Holds `postgres/` (the cluster), `postgres.json` (port and password, mode 600) and `postgres-holders/`. */
  dataDir: string
  log?: (line: string) => void
}

/**
 * A real Postgres with nothing installed, kept in `dataDir`. Any number of processes may hold it at once: the first
 * starts it, the last to call `stop` ends it, and one that was killed counts no more.
 */
export async function startDatabase(options: Options): Promise<EmbeddedDatabase> {
  const dataDir = path.resolve(options.dataDir)
  await mkdir(dataDir, { recursive: true })
  return locked(dataDir, async () => {
    const opened = await openCluster(dataDir)
    const running = await isAnswering(opened)
    if (!running) options.log?.('Starting Postgres…')
    const cluster = running ? opened : await startCluster(opened, options)
    await hold(dataDir)
    await prepare(cluster)
    return {
      url: inboxUrl(cluster, DATABASE),
      started: !running,
      stop: () => release(dataDir, cluster),
    }
  })
}

/** Deletes the cluster of a data folder, wherever it lies. Refuses while a process uses it. */
export async function removeDatabase(dataDir: string) {
  const home = path.resolve(dataDir)
  const settings = await readClusterSettings(path.join(home, 'postgres.json'))
  if (!settings) return
  await locked(home, async () => {
    if ((await otherHolders(home)).length > 0)
      throw new Error(`Another process is using the database in ${home}. Stop it first.`)
    if (await isAnswering(settings)) await stopCluster(await openCluster(home))
    await rm(settings.folder, { recursive: true, force: true })
    await rm(path.join(home, 'postgres.json'), { force: true })
  })
}

function locked<Result>(dataDir: string, work: () => Promise<Result>): Promise<Result> {
  return withLock(path.join(dataDir, 'postgres-lock'), work)
}

/** A cluster without UTF-8 would refuse what members write, so it is better not to start. */
async function prepare(cluster: Cluster) {
  // The password of the role, where an older version kept none.
  await saveClusterSettings(cluster)
  await withAdmin(cluster, async (sql) => {
    const [row] = await sql<{ server_encoding: string }[]>`show server_encoding`
    if (row?.server_encoding !== 'UTF8')
      throw new Error(`Postgres keeps ${row?.server_encoding} text; the inbox needs UTF8.`)
    const found = await sql`select 1 from pg_database where datname = ${DATABASE}`
    await ensureRole(sql, cluster.inboxPassword)
    if (found.length === 0) await sql.unsafe(`create database ${DATABASE} owner ${ROLE}`)
    await withAdmin(cluster, (inside) => giveDatabase(sql, inside, DATABASE), DATABASE)
  })
}

/** The command line stands in the file, so that another process which later gets the same id isn't taken for a holder. */
async function hold(dataDir: string) {
  const folder = holdersFolder(dataDir)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(path.join(folder, String(process.pid)), commandOf(process.pid) ?? '')
}

async function release(dataDir: string, cluster: Cluster) {
  await locked(dataDir, async () => {
    await rm(path.join(holdersFolder(dataDir), String(process.pid)), { force: true })
    if ((await otherHolders(dataDir)).length > 0) return
    if (await isAnswering(cluster)) await stopCluster(cluster)
  })
}

async function otherHolders(dataDir: string): Promise<number[]> {
  const names = await readdir(holdersFolder(dataDir)).catch(() => [])
  const pids = names.map(Number).filter((pid) => pid !== process.pid)
  const held = await Promise.all(pids.map((pid) => isHolder(dataDir, pid)))
  const gone = pids.filter((_, index) => !held[index])
  await Promise.all(
    gone.map((pid) => rm(path.join(holdersFolder(dataDir), String(pid)), { force: true })),
  )
  return pids.filter((_, index) => held[index])
}

async function isHolder(dataDir: string, pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false
  const command = await readFile(path.join(holdersFolder(dataDir), String(pid)), 'utf8')
  return command === '' || command === commandOf(pid)
}

function holdersFolder(dataDir: string): string {
  return path.join(dataDir, 'postgres-holders')
}
