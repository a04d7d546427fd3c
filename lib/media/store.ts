import { createReadStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'

/** Where bytes live, by their sha256 (hex): stored once, however many messages carry them. */
export interface MediaStore {
  /** A place to write to before the hash is known, on the same disk. */
  temporaryPath(): Promise<string>
  /** Moves a finished temporary file to its place. */
  keep(temporary: string, sha256: string): Promise<void>
  pathOf(sha256: string): string
  /** Size in bytes, or undefined when there are no such bytes. */
  sizeOf(sha256: string): Promise<number | undefined>
  /** Bytes `start` to `end`, both included. */
  read(sha256: string, range?: { start: number; end: number }): NodeJS.ReadableStream
}

/** Bytes on disk under `{dataDir}/media`. */
export function openDiskStore(dataDir: string): MediaStore {
  const root = path.resolve(dataDir, 'media')
  const pathOf = (sha256: string) => path.join(root, sha256.slice(0, 2), sha256)
  return {
    pathOf,
    async temporaryPath() {
      await mkdir(path.join(root, 'incoming'), { recursive: true })
      return path.join(root, 'incoming', crypto.randomUUID())
    },
    async keep(temporary, sha256) {
      await mkdir(path.dirname(pathOf(sha256)), { recursive: true })
      await rename(temporary, pathOf(sha256))
      await rm(temporary, { force: true })
    },
    async sizeOf(sha256) {
      try {
        return (await stat(pathOf(sha256))).size
      } catch {
        return undefined
      }
    },
    read: (sha256, range) => createReadStream(pathOf(sha256), range),
  }
}
