import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The resident memory of a process in MB, as the system sees it. */
export function residentMb(pid: number | undefined): number {
  if (pid === undefined) throw new Error('The process has not started.')
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  return Number(kilobytes) / 1024
}

/** In Linux's ticks of processor time, which are hundredths of a second everywhere. */
const TICK_MS = 10

/** The processor time that a process has used, in ms; NaN where the system doesn't say. */
export function processorMs(pid: number | undefined): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS
  } catch {
    return Number.NaN
  }
}
