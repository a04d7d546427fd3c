import { mkdir, readdir, rename, stat } from 'node:fs/promises'
import path from 'node:path'
import { isMissing } from '@/lib/errors'
import { SpoolFile } from './spool-file'
import { isLeftBehind, isSpoolName, newOwner, newSpoolName, renamedTo } from './spool-name'

/** Where the spool lies in DATA_DIR. */
export const spoolFolder = (dataDir: string) => path.join(dataDir, 'spool')

/**
 * The folder in which processes keep their files. Each file names its process. One that a process left behind is taken over
 * by giving it another name: of several who try at once the file system lets one succeed.
 */
export class SpoolFolder {
  private readonly owner = newOwner()
  /** Names of files that this process works on. */
  private readonly known = new Set<string>()
  private last = 0

  constructor(private readonly folder: string) {}

  async create(): Promise<SpoolFile> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 })
    // No two of one moment: names are in the order in which files were begun.
    this.last = Math.max(Date.now(), this.last + 1)
    const name = newSpoolName(this.owner, this.last)
    this.known.add(name)
    return SpoolFile.create(path.join(this.folder, name), this.last)
  }

  /** Takes over what processes that are gone have left behind, the oldest first. */
  async adopt(now = Date.now()): Promise<SpoolFile[]> {
    const names = await readdir(this.folder).catch(() => [])
    const left = names.filter((name) => isSpoolName(name) && !this.known.has(name))
    const found: SpoolFile[] = []
    for (const name of left.sort((a, b) => (ageOf(a) < ageOf(b) ? -1 : 1))) {
      const file = await this.take(name, now)
      if (file) found.push(file)
    }
    return found
  }

  private async take(name: string, now: number): Promise<SpoolFile | undefined> {
    const mine = renamedTo(this.owner, name)
    const file = path.join(this.folder, mine)
    try {
      // Its own it finds where it could not open what it had taken over.
      if (name !== mine) {
        const { mtimeMs } = await stat(path.join(this.folder, name))
        if (!isLeftBehind(name, mtimeMs, now)) return undefined
        await rename(path.join(this.folder, name), file)
      }
    } catch (error) {
      // Somebody else was first, or it was drained by then.
      if (isMissing(error)) return undefined
      throw error
    }
    const adopted = await SpoolFile.adopt(file)
    this.known.add(mine)
    await adopted.touch()
    return adopted
  }
}

/** The part of a name that says when the file was begun. */
function ageOf(name: string): string {
  return name.slice(name.indexOf('.'))
}
