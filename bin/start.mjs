import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/*
 * `npm start`, or `node bin/start.mjs` in this folder: the launcher that `npm run build` has compiled (bin/launcher). Plain
 * JavaScript, so that nothing is translated while it runs.
 */

// As `next start` does it; what is set in the environment wins over the file.
if (existsSync('.env')) process.loadEnvFile('.env')
const launcher = path.resolve(process.env.NEXT_DIST_DIR || '.next', 'processes', 'launcher.mjs')
if (existsSync(launcher)) await import(pathToFileURL(launcher).href)
else {
  console.error('There is no build yet. Run `npm run build` first.')
  process.exit(1)
}
