import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * A hash of sources, tests left out: files, and all files of folders, by their paths in `base`. What is missing is
 * skipped. It is the same wherever `base` stands, and whatever the times of the files are.
 */
export function hashSources(
  sources: string[],
  { base = process.cwd(), only = /./ }: { base?: string; only?: RegExp } = {},
): string {
  const files = sources
    .flatMap((source) => listFiles(base, source))
    .filter((file) => only.test(file) && !/\.test\.tsx?$/.test(file))
    .sort()
  const hash = createHash('sha256')
  for (const file of files) {
    // Unmarked, the bundler would trace and copy the whole project for what this might read.
    const bytes = readFileSync(
      /*turbopackIgnore: true*/ path.join(/*turbopackIgnore: true*/ base, file),
    )
    hash.update(`${file}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

function listFiles(base: string, source: string): string[] {
  const stats = statSync(path.join(base, source), { throwIfNoEntry: false })
  if (!stats) return []
  if (!stats.isDirectory()) return [source]
  return readdirSync(path.join(base, source), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(base, path.join(entry.parentPath, entry.name)))
}
