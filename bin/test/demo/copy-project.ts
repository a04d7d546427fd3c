import { execFileSync } from 'node:child_process'
import { cp, lstat, mkdir } from 'node:fs/promises'
import path from 'node:path'

/** Puts the project as git would give it to a stranger into `target`: HEAD, or the working tree while something is uncommitted. */
export async function copyProject(target: string) {
  if (isCommitted()) git('clone', '--quiet', '--no-hardlinks', '.', target)
  else await copyFiles(git('ls-files', '-z', '-co', '--exclude-standard').split('\0'), target)
}

function isCommitted(): boolean {
  try {
    git('rev-parse', '--verify', '--quiet', 'HEAD')
    return git('status', '--porcelain') === ''
  } catch {
    return false
  }
}

/**
 * Plain files only. A link would lead out of the clone: `npm ci` follows one named node_modules, which git does not
 * ignore as it does the folder, and empties what it points to.
 */
async function copyFiles(files: string[], target: string) {
  for (const file of files.filter(Boolean)) {
    const copy = path.join(target, file)
    // What git still lists may have been deleted.
    const stats = await lstat(file).catch(ignoreMissing)
    if (!stats?.isFile()) continue
    await mkdir(path.dirname(copy), { recursive: true })
    await cp(file, copy)
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

function git(...args: string[]): string {
  return execFileSync('git', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
}
