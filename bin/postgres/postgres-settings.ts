import { randomBytes } from 'node:crypto'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Account } from './postgres-account'
import type { Binaries } from './postgres-binaries'

const settingsSchema = z.object({
  port: z.number(),
  /** Of the superuser, whom only the programs here use. */
  password: z.string(),
  /** Of the inbox's own role; a file of an older version has none. */
  inboxPassword: z.string().default(newPassword),
  folder: z.string(),
})

/** What is remembered of a cluster, in `{dataDir}/postgres.json`. */
export type ClusterSettings = z.infer<typeof settingsSchema>

export interface Cluster extends ClusterSettings {
  settingsFile: string
  account: Account | undefined
  binaries: Binaries
}

/** What `{dataDir}/postgres.json` says; undefined before the first start. */
export async function readClusterSettings(file: string): Promise<ClusterSettings | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : settingsSchema.parse(JSON.parse(text))
}

export async function saveClusterSettings({ settingsFile, ...cluster }: Cluster) {
  const { port, password, inboxPassword, folder } = cluster
  const text = JSON.stringify({ port, password, inboxPassword, folder })
  await writeFile(settingsFile, `${text}\n`, { mode: 0o600 })
  await chmod(settingsFile, 0o600)
}

export function newPassword(): string {
  return randomBytes(24).toString('hex')
}
