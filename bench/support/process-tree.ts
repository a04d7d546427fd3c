import { execFileSync } from 'node:child_process'

/** One process as the system sees it. */
export interface SeenProcess {
  pid: number
  parent: number
  /** Resident memory in MB, shared pages of the program counted in each process. */
  mb: number
  command: string
}

/** A process and everything it has started, itself first. */
export function processTree(root: number): SeenProcess[] {
  const all = readProcesses()
  const tree = all.filter(({ pid }) => pid === root)
  for (const known of tree) tree.push(...all.filter(({ parent }) => parent === known.pid))
  return tree
}

function readProcesses(): SeenProcess[] {
  const text = execFileSync('ps', ['-eo', 'pid=,ppid=,rss=,args='], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return text.split('\n').flatMap((line) => {
    const [, pid, parent, kilobytes, command] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    if (!command) return []
    return { pid: Number(pid), parent: Number(parent), mb: Number(kilobytes) / 1024, command }
  })
}
