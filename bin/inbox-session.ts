import { existsSync } from 'node:fs'
import { ZodError } from 'zod'
import { type Context, openContext } from '@/lib/context'
import { migrate } from '@/lib/db/migrate'
import { allowsPrivate } from '@/lib/env'
import { startDatabase } from './embedded-database'
import { keepAppSecret } from './secret-file'

/** Says the result: the lines to a person, the value as one JSON object on the last line to a program. */
export type Output = (value: object, lines: string[]) => void

/** Opens the database of the settings, or the embedded one (started for the moment when the app does not run). */
export async function withInbox(
  asJson: boolean,
  work: (ctx: Context, output: Output) => Promise<void>,
): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const { databaseUrl, appSecret, stop } = await openDatabase()
  try {
    await migrate(databaseUrl)
    const ctx = openContext({ databaseUrl, appSecret, allowPrivate: allowsPrivate() })
    try {
      await work(ctx, (value, lines) => {
        console.log(asJson ? JSON.stringify(value) : lines.join('\n'))
      })
    } finally {
      await ctx.close()
    }
  } catch (error) {
    // zod's own message is a list in JSON; a person at a terminal wants the sentence.
    if (error instanceof ZodError)
      throw new Error(error.issues.map((each) => each.message).join('\n'))
    throw error
  } finally {
    await stop()
  }
}

async function openDatabase() {
  const { DATABASE_URL, APP_SECRET } = process.env
  if (DATABASE_URL) {
    if (!APP_SECRET)
      throw new Error('With DATABASE_URL, set APP_SECRET too: the one that the app runs with.')
    return { databaseUrl: DATABASE_URL, appSecret: APP_SECRET, stop: async () => {} }
  }
  const dataDir = process.env.DATA_DIR || '.data'
  const database = await startDatabase({ dataDir })
  return {
    databaseUrl: database.url,
    appSecret: APP_SECRET || (await keepAppSecret(dataDir)),
    stop: database.stop,
  }
}
