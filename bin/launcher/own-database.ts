import { keepAppSecret, secretFile } from '../cli/secret-file'
import { startDatabase } from '../postgres/embedded-database'
import type { Lifecycle } from '../process/lifecycle'

/** Starts the embedded database in DATA_DIR, and gives what the processes have to know of it. */
export async function startOwnDatabase(life: Lifecycle): Promise<Record<string, string>> {
  const { APP_SECRET, APP_SECRET_FILE } = process.env
  const dataDir = process.env.DATA_DIR || '.data'
  const database = await startDatabase({ dataDir, log: (line) => console.log(line) })
  await life.onStop(database.stop)
  return {
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    ...(APP_SECRET || APP_SECRET_FILE ? {} : await ownSecret(dataDir)),
  }
}

/** The file too, so that `secret rotate` reaches the inbox while it runs. */
async function ownSecret(dataDir: string) {
  return { APP_SECRET: await keepAppSecret(dataDir), APP_SECRET_FILE: secretFile(dataDir) }
}
