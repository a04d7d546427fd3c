import { readdir, readFile } from 'node:fs/promises'

/** All processes that were given this folder for what is temporary; none where the system doesn't tell. */
export function processesOf(folder: string): Promise<number[]> {
  return processesWith('TMPDIR', folder)
}

/** All processes whose environment says this, which children inherit. */
export async function processesWith(name: string, value: string): Promise<number[]> {
  const ids = (await readdir('/proc').catch(() => [])).map(Number).filter(Boolean)
  const theirs: number[] = []
  for (const id of ids) {
    const environment = await readFile(`/proc/${id}/environ`, 'utf8').catch(() => '')
    if (environment.split('\0').includes(`${name}=${value}`)) theirs.push(id)
  }
  return theirs
}
