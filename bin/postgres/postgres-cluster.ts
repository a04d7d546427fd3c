import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import postgres from 'postgres'
import { isAlive } from '@/lib/is-alive'
import { findPort } from '../process/ports'
import { commandOf } from '../process/processes'
import { type Account, postgresAccount, reaches } from './postgres-account'
import { findBinaries } from './postgres-binaries'
import { makeCluster } from './postgres-initdb'
import { runPostgresProgram } from './postgres-program'
import { ROLE } from './postgres-role'
import {
  type Cluster,
  type ClusterSettings,
  newPassword,
  readClusterSettings,
  saveClusterSettings,
} from './postgres-settings'
import { openSharedFolder, SHARED_FOLDER } from './postgres-shared'

const ANSWER_TIMEOUT_S = 5
const START_TIMEOUT_S = 60
const STOP_TIMEOUT_S = 30

/** The cluster that belongs to this data folder, with its port and password; they are chosen the first time. */
export async function openCluster(dataDir: string): Promise<Cluster> {
  const account = postgresAccount()
  const settingsFile = path.join(dataDir, 'postgres.json')
  const settings =
    (await readClusterSettings(settingsFile)) ?? (await newSettings(dataDir, account))
  return { ...settings, settingsFile, account, binaries: await findBinaries(account) }
}

/** The address of a database of the cluster as the inbox opens it: by a role that owns its database and no more. */
export function inboxUrl({ inboxPassword, port }: ClusterSettings, database: string): string {
  return `postgres://${ROLE}:${inboxPassword}@127.0.0.1:${port}/${database}`
}

/** Whether our cluster is up: only ours knows the password. */
export async function isAnswering(cluster: ClusterSettings): Promise<boolean> {
  if (cluster.port === 0) return false
  return withAdmin(cluster, (sql) => sql`select 1`).then(
    () => true,
    () => false,
  )
}

export interface StartOptions {
  /** Preferred port; the one used last time wins, and a free one is found when it is taken. */
  port?: number
  /** False only where the data may be lost with the machine, as in tests: a commit then waits for no disk. */
  durable?: boolean
  /** How many may be connected at once; Postgres' own 100 unless more is needed. */
  connectionsMax?: number
}

/** Makes the cluster when it is new and starts it, on the remembered port if that is still free, else on `port` or any. */
export async function startCluster(
  cluster: Cluster,
  { port, ...options }: StartOptions = {},
): Promise<Cluster> {
  await saveClusterSettings(cluster)
  if (!existsSync(cluster.folder)) await makeCluster(cluster)
  await forgetForeignPid(cluster)
  const chosen = { ...cluster, port: await findPort(cluster.port || port).catch(() => findPort()) }
  await saveClusterSettings(chosen)
  await rm(path.join(chosen.folder, 'server.log'), { force: true })
  await control(chosen, ['start', '-w', '-t', `${START_TIMEOUT_S}`, ...startFlags(chosen, options)])
  return chosen
}

/** Fast shutdown, and it waits: connections end, everything is on disk. */
export async function stopCluster(cluster: Cluster) {
  await control(cluster, ['stop', '-w', '-m', 'fast', '-t', `${STOP_TIMEOUT_S}`])
}

/** Runs `work` with one connection of the superuser, and closes it. */
export async function withAdmin<Result>(
  cluster: ClusterSettings,
  work: (sql: postgres.Sql) => Promise<Result>,
  database = 'postgres',
): Promise<Result> {
  const { password, port } = cluster
  const sql = postgres(`postgres://postgres:${password}@127.0.0.1:${port}/${database}`, {
    max: 1,
    connect_timeout: ANSWER_TIMEOUT_S,
    onnotice: () => {},
  })
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}

/** Under root the data folder may lie where the Postgres account can't go: the cluster then lives in a folder it can reach. */
async function newSettings(
  dataDir: string,
  account: Account | undefined,
): Promise<ClusterSettings> {
  const name = `cluster-${randomBytes(6).toString('hex')}`
  const reachable = !account || reaches(account, dataDir)
  const folder = reachable ? path.join(dataDir, 'postgres') : path.join(SHARED_FOLDER, name)
  if (existsSync(folder))
    throw new Error(`${folder} holds a database, but postgres.json with its password is missing.`)
  if (!reachable) await openSharedFolder()
  return { port: 0, password: newPassword(), inboxPassword: newPassword(), folder }
}

/** After a restart of the machine another program may wear the process id that a killed Postgres left behind. */
async function forgetForeignPid({ folder }: Cluster) {
  const file = path.join(folder, 'postmaster.pid')
  const pid = Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10)
  if (!Number.isInteger(pid) || !isAlive(pid)) return
  const command = commandOf(pid)
  if (command !== undefined && !command.includes(folder)) await rm(file, { force: true })
}

/** No socket file, so that neither /tmp nor the length of a path matters; TCP on this machine only. */
function startFlags(
  { folder, port }: Cluster,
  { durable = true, connectionsMax }: StartOptions,
): string[] {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'log_checkpoints=off',
    // Errors of statements quote what they were given. Whoever asked gets them, and logs them without it.
    'log_min_messages=log',
    ...(connectionsMax === undefined ? [] : [`max_connections=${connectionsMax}`]),
    ...(durable
      ? []
      : [
          'synchronous_commit=off',
          'full_page_writes=off',
          'wal_level=minimal',
          'max_wal_senders=0',
        ]),
  ]
  const options = [`-p ${port}`, ...settings.map((setting) => `-c ${setting}`)].join(' ')
  return ['-l', path.join(folder, 'server.log'), '-o', options]
}

/** pg_ctl puts Postgres into a session of its own: Ctrl-C in this terminal never reaches it. */
async function control(cluster: Cluster, args: string[]) {
  const all = ['-D', cluster.folder, '-s', ...args]
  const { code, output } = await runPostgresProgram(cluster.binaries.pgCtl, all, cluster.account)
  if (code === 0) return
  const log = await readFile(path.join(cluster.folder, 'server.log'), 'utf8').catch(() => '')
  throw new Error(`Postgres: pg_ctl ${args[0]} failed.\n${output}${lastLines(log)}`)
}

function lastLines(text: string): string {
  return text.split('\n').slice(-12).join('\n')
}
