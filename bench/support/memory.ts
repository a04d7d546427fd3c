import { execFileSync } from 'node:child_process'

/** The resident memory of a process in MB, as the system sees it. */
export function residentMb(pid: number | undefined): number {
  if (pid === undefined) throw new Error('The process has not started.')
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  return Number(kilobytes) / 1024
}
