import { createReadStream } from 'node:fs'
import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { openIncoming } from './incoming'

/** Of a file at a time; larger pieces make fewer turns for a video. */
const READ_BYTES = 256 * 1024

/** Both ends are included. */
interface ByteRange {
  start: number
  end: number
}

/** Where bytes live, by their sha256 (hex): stored once, however many messages carry them. */
export interface MediaStore {
  /** A local place to write to before the hash is known; swept at a start when its writer died. */
  temporaryPath(): Promise<string>
  /** Takes a finished temporary file in; the file is gone afterwards. The same bytes again change nothing. */
  keep(temporary: string, sha256: string): Promise<void>
  /** Size in bytes, or undefined when there are no such bytes. */
  sizeOf(sha256: string): Promise<number | undefined>
  /** A stream of the bytes, or of a range of them; never the whole in memory. */
  read(sha256: string, range?: ByteRange): Promise<Readable>
  /** Forgets the bytes. What isn't there is forgotten already. */
  remove(sha256: string): Promise<void>
}

/** Bytes on disk under `{dataDir}/media`, spread over 256 folders. */
export function openDiskStore(dataDir: string): MediaStore {
  const root = path.resolve(dataDir, 'media')
  const incoming = openIncoming(root)
  const pathOf = (sha256: string) => path.join(root, sha256.slice(0, 2), sha256)
  return {
    temporaryPath: incoming.newPath,
    async keep(temporary, sha256) {
      await mkdir(path.dirname(pathOf(sha256)), { recursive: true, mode: 0o700 })
      await move(temporary, pathOf(sha256))
    },
    async sizeOf(sha256) {
      try {
        return (await stat(pathOf(sha256))).size
      } catch {
        return undefined
      }
    },
    read: async (sha256, range) =>
      createReadStream(pathOf(sha256), { ...range, highWaterMark: READ_BYTES }),
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
  }
}

/** Into place in one step, also where the folder of finished files is another disk. */
async function move(from: string, to: string) {
  try {
    await rename(from, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error
    const beside = `${to}.${crypto.randomUUID()}`
    await copyFile(from, beside)
    await rename(beside, to)
    await rm(from, { force: true })
  }
}
