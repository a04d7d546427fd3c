import type { Lifecycle } from '../process/lifecycle'

/**
 * What the processes need to know of the database: nothing where DATABASE_URL is set, else the embedded one is started.
 * With a database of yours the secret must be yours too: lost, nobody could read the stored tokens again.
 */
export async function chooseDatabase(life: Lifecycle): Promise<Record<string, string>> {
  const { DATABASE_URL, APP_SECRET, APP_SECRET_FILE } = process.env
  if (!DATABASE_URL) {
    // Loaded only where it is used: whoever has a Postgres has a launcher that knows nothing of databases.
    const { startOwnDatabase } = await import('./own-database')
    return startOwnDatabase(life)
  }
  if (APP_SECRET_FILE || Buffer.byteLength(APP_SECRET ?? '') >= 32) return {}
  throw new Error(
    'With DATABASE_URL, set APP_SECRET too: at least 32 bytes, the same at every start.',
  )
}
