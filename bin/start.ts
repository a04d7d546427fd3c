import { existsSync } from 'node:fs'
import { isUnavailable } from '@/lib/db/driver/unavailable'
import { migrate } from '@/lib/db/workspace/migrate'
import { readSettings } from '@/lib/env'
import { keepAppSecret, secretFile } from './cli/secret-file'
import { startDatabase } from './postgres/embedded-database'
import { hasBuild, PRODUCTION_ENV, startArgs } from './process/build'
import { type Lifecycle, launch } from './process/lifecycle'
import { startNode } from './process/processes'

/** `npm start`: production, on DATABASE_URL or on the embedded database in DATA_DIR. */
launch(async (life) => {
  // As `next start` does it; what is set in the environment wins over the file.
  if (existsSync('.env')) process.loadEnvFile('.env')
  const distDir = process.env.NEXT_DIST_DIR || '.next'
  if (!hasBuild(distDir)) throw new Error('There is no build yet. Run `npm run build` first.')
  const env = await chooseDatabase(life)
  const settings = readSettings({ ...process.env, ...env })
  // Where Postgres is away the process says so, or takes deliveries without it (lib/stand-by.ts) and migrates later.
  await migrate(settings.DATABASE_URL).catch((error) => {
    if (!isUnavailable(error)) throw error
  })

  const app = startNode({
    name: 'The inbox',
    args: startArgs(settings.PORT, settings.HOST),
    env: {
      ...env,
      PORT: String(settings.PORT),
      // next-auth builds the address after signing out from this.
      NEXTAUTH_URL: settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`,
      ...PRODUCTION_ENV,
    },
    onLine: (line) => console.log(line),
  })
  await life.keep(app)
  return undefined
})

/** With a database of yours the secret must be yours too: lost, nobody could read the stored tokens again. */
async function chooseDatabase(life: Lifecycle): Promise<Record<string, string>> {
  const { DATABASE_URL, APP_SECRET, APP_SECRET_FILE } = process.env
  if (DATABASE_URL) {
    if (APP_SECRET_FILE || Buffer.byteLength(APP_SECRET ?? '') >= 32) return {}
    throw new Error(
      'With DATABASE_URL, set APP_SECRET too: at least 32 bytes, the same at every start.',
    )
  }
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
