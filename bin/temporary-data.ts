import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { removeDatabase } from './embedded-database'
import type { Lifecycle } from './lifecycle'

/** A data folder for one run. It goes, with its cluster, after everything that is registered later has stopped. */
export async function temporaryDataDir(
  life: Pick<Lifecycle, 'onStop'>,
  purpose: string,
): Promise<string> {
  const dataDir = await mkdtemp(path.join(tmpdir(), `stella-inbox-${purpose}-`))
  await life.onStop(async () => {
    await removeDatabase(dataDir)
    await rm(dataDir, { recursive: true, force: true })
  })
  return dataDir
}
