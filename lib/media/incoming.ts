import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'

const FOLDER = 'incoming'
/** No download or upload stays silent for so long: what is older was left by a process that died. */
const LEFT_OVER_MS = 60 * 60_000

/** The folder of files that are still being written, under `root`. */
export function openIncoming(root: string) {
  const folder = path.join(root, FOLDER)
  return {
    async newPath() {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      return path.join(folder, crypto.randomUUID())
    },
  }
}

/** Removes what dead processes left half written under `root`; gives how many files. Live ones are touched often. */
export async function sweepIncoming(root: string, now = Date.now()): Promise<number> {
  const folder = path.join(root, FOLDER)
  const names = await readdir(folder).catch(() => [])
  const removed = await Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name)
      const touched = await stat(file).catch(() => undefined)
      if (!touched || now - touched.mtimeMs < LEFT_OVER_MS) return false
      await rm(file, { force: true })
      return true
    }),
  )
  return removed.filter(Boolean).length
}
