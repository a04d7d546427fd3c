import { existsSync } from 'node:fs'
import { ZodError } from 'zod'
import { type Context, openContext } from '@/lib/context'
import { migrate } from '@/lib/db/workspace/migrate'
import { VersionGuard } from '@/lib/db/workspace/versions'
import { allowsPrivate } from '@/lib/env'
import { english } from '@/lib/i18n/catalogues'
import { toSaid } from '@/lib/i18n/reason'
import { fileRing, fixedRing, type KeyRing, readSecrets } from '@/lib/key-ring'
import { startDatabase } from '../postgres/embedded-database'
import { keepAppSecret, secretFile } from './secret-file'

/** Says the result: the lines to a person, the value as one JSON object on the last line to a program. */
export type Output = (value: object, lines: string[]) => void

/**
 * Opens the database of the settings, or the embedded one (started for the moment when the app does not run). Throws in
 * words while an inbox of another version works on it.
 */
export async function withInbox(
  asJson: boolean,
  work: (ctx: Context, output: Output) => Promise<void>,
): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const { databaseUrl, appSecret, stop } = await openDatabase()
  try {
    const guard = await VersionGuard.enter(databaseUrl, { isCommand: true })
    try {
      await migrate(databaseUrl)
    } catch (error) {
      await guard.leave()
      throw error
    }
    const ctx = openContext({ databaseUrl, appSecret, allowPrivate: allowsPrivate() })
    try {
      await work(ctx, (value, lines) => {
        console.log(asJson ? JSON.stringify(value) : lines.join('\n'))
      })
    } finally {
      await ctx.close()
      await guard.leave()
    }
  } catch (error) {
    // zod's own message is a list in JSON; a person at a terminal wants the sentence.
    if (error instanceof ZodError)
      throw new Error(error.issues.map((each) => english.say(toSaid(each.message))).join('\n'))
    throw error
  } finally {
    await stop()
  }
}

async function openDatabase() {
  const { DATABASE_URL } = process.env
  if (DATABASE_URL) return { databaseUrl: DATABASE_URL, appSecret: ring(), stop: async () => {} }
  const dataDir = process.env.DATA_DIR || '.data'
  const database = await startDatabase({ dataDir })
  return {
    databaseUrl: database.url,
    appSecret: process.env.APP_SECRET ? ring() : await ownRing(dataDir),
    stop: database.stop,
  }
}

async function ownRing(dataDir: string): Promise<KeyRing> {
  await keepAppSecret(dataDir)
  return fileRing(secretFile(dataDir))
}

function ring(): KeyRing {
  const { APP_SECRET, APP_SECRET_OLD, APP_SECRET_FILE } = process.env
  if (APP_SECRET_FILE) return fileRing(APP_SECRET_FILE)
  if (!APP_SECRET)
    throw new Error('With DATABASE_URL, set APP_SECRET too: the one that the app runs with.')
  return fixedRing(APP_SECRET, readSecrets(APP_SECRET_OLD ?? ''))
}

/** Where the secrets lie, if they lie in a file. */
export function ownSecretFile(): string | undefined {
  const { DATABASE_URL, APP_SECRET, APP_SECRET_FILE } = process.env
  if (APP_SECRET_FILE) return APP_SECRET_FILE
  return DATABASE_URL || APP_SECRET ? undefined : secretFile(process.env.DATA_DIR || '.data')
}
