import { appendFileSync } from 'node:fs'
import path from 'node:path'
import { connect } from '@/lib/db/client'
import { startStack } from '../demo/demo-stack'
import { TEST_DIST_DIR } from '../process/build'
import { launch } from '../process/lifecycle'
import { temporaryDataDir } from './temporary-data'

/**
 * What the browser tests run on: database, simulator and app with the demo's people and channels, on free ports and in
 * a temporary folder, so that a demo may run beside it. Playwright starts it and reads the last line.
 */
launch(
  async (life) => {
    const dataDir = await temporaryDataDir(life, 'e2e')
    const logFile = path.join(dataDir, 'stack.log')
    const stack = await startStack(life, {
      dataDir,
      distDir: TEST_DIST_DIR,
      port: 0,
      simulatorPort: 0,
      log: (line) => console.log(line),
      onLine: (line) => {
        // A test reads every line of the run for secrets.
        appendFileSync(logFile, `${line}\n`)
        if (process.env.STACK_LOG) console.log(line)
      },
    })
    const { appUrl, simulatorUrl, databaseUrl } = stack
    await sendAtOnce(databaseUrl)
    console.log(
      `stack app=${appUrl} simulator=${simulatorUrl} database=${databaseUrl} data=${dataDir} ready`,
    )
    return undefined
  },
  { owner: Number(process.env.STACK_OWNER) || undefined },
)

/** Replies of the demo's people leave at once here; stories about undoing choose it for themselves. */
async function sendAtOnce(databaseUrl: string) {
  const sql = connect(databaseUrl, { max: 1 })
  await sql`update agents set settings = settings || ${sql.json({ undoSeconds: 0 })}`
  await sql.end()
}
