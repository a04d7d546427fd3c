import { startStack } from './demo-stack'
import { launch } from './lifecycle'
import { temporaryDataDir } from './temporary-data'

/**
 * What the browser tests run on: database, simulator and app with the demo's people and channels, on free ports and in
 * a temporary folder, so that a demo may run beside it. Playwright starts it and reads the last line.
 */
launch(async (life) => {
  const dataDir = await temporaryDataDir(life, 'e2e')
  const stack = await startStack(life, {
    dataDir,
    distDir: '.next-test',
    port: 0,
    simulatorPort: 0,
    log: (line) => console.log(line),
    onLine: process.env.STACK_LOG ? (line) => console.log(line) : undefined,
  })
  console.log(`stack app=${stack.appUrl} simulator=${stack.simulatorUrl} data=${dataDir} ready`)
  return undefined
})
