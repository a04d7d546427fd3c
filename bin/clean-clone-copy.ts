import { execFileSync } from 'node:child_process'
import { cp, mkdir } from 'node:fs/promises'
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

async function copyFiles(files: string[], target: string) {
  for (const file of files.filter(Boolean)) {
    const copy = path.join(target, file)
    await mkdir(path.dirname(copy), { recursive: true })
    // What git still lists may have been deleted.
    await cp(file, copy).catch(ignoreMissing)
  }
}

function ignoreMissing(error: NodeJS.ErrnoException) {
  if (error.code !== 'ENOENT') throw error
}

function git(...args: string[]): string {
  return execFileSync('git', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
}
