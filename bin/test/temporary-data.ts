import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { removeDatabase } from '../postgres/embedded-database'
import type { Lifecycle } from '../process/lifecycle'
import { leashDatabase } from './leash'

/**
 * A data folder for one run. It goes, with its cluster, after everything that is registered later has stopped; also
 * when this process is killed.
 */
export async function temporaryDataDir(
  life: Pick<Lifecycle, 'onStop'>,
  purpose: string,
): Promise<string> {
  const dataDir = await mkdtemp(path.join(tmpdir(), `stella-inbox-${purpose}-`))
  const unleash = leashDatabase(dataDir)
  await life.onStop(async () => {
    unleash()
    await removeDatabase(dataDir)
    await rm(dataDir, { recursive: true, force: true })
  })
  return dataDir
}
