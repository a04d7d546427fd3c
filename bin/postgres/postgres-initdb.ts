import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import type { Account } from './postgres-account'
import { runPostgresProgram } from './postgres-program'
import type { Cluster } from './postgres-settings'

/** Makes the cluster's folder. It gets its name only when it is whole, so an interrupted start leaves nothing half made. */
export async function makeCluster(cluster: Cluster) {
  const unfinished = `${cluster.folder}.new`
  const passwordFile = `${cluster.folder}.password`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { mode: 0o700 })
  await writeFile(passwordFile, cluster.password, { mode: 0o600 })
  try {
    await giveTo(cluster.account, [unfinished, passwordFile])
    await initialise(cluster, unfinished, passwordFile)
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rename(unfinished, cluster.folder)
}

async function giveTo(account: Account | undefined, files: string[]) {
  if (account) await Promise.all(files.map((file) => chown(file, account.uid, account.gid)))
}

/** Unicode everywhere: Postgres' own C.UTF-8, and the system's where it has one. Under plain C, search finds no Chinese. */
async function initialise({ binaries, account }: Cluster, folder: string, passwordFile: string) {
  const flags = [
    `--pgdata=${folder}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ]
  const first = await runPostgresProgram(binaries.initdb, [...flags, '--locale=C.UTF-8'], account)
  if (first.code === 0) return
  const second = await runPostgresProgram(binaries.initdb, [...flags, '--locale=C'], account)
  if (second.code !== 0) throw new Error(`Postgres could not make its folder.\n${second.output}`)
}
