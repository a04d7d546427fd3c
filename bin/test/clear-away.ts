import { rm } from 'node:fs/promises'
import { removeDatabase } from '../postgres/embedded-database'

/** Started by a leash (bin/test/leash.ts): the run that this temporary folder belonged to is gone. */
const [dataDir] = process.argv.slice(2)
if (!dataDir) throw new Error('Name the data folder.')
await removeDatabase(dataDir)
await rm(dataDir, { recursive: true, force: true })
