import { randomBytes, randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import path from 'node:path'
import { isAlive } from '@/lib/is-alive'
import { MARKER_BYTES } from './spool-record'

/** Whose a file is: `<machine>~<process>~<chance>`. */
type SpoolOwner = string

const FILE = /^(?<machine>[\w-]+)~(?<pid>\d+)~[0-9a-f-]{36}\.\d+-(?<marker>[0-9a-f]{32})\.spool$/
/** A file that its process has not touched for so long is left behind: it says so four times before. */
const STALE_MS = 10_000

const machine = hostname().replaceAll(/[^\w-]/g, '-')

export function newOwner(): SpoolOwner {
  return `${machine}~${process.pid}~${randomUUID()}`
}

/** The name of a new file. Its marker is a part of the name, so it stays with the file whoever owns it. */
export function newSpoolName(owner: SpoolOwner, now: number): string {
  return `${owner}.${now}-${randomBytes(MARKER_BYTES).toString('hex')}.spool`
}

/** The same file in other hands. */
export function renamedTo(owner: SpoolOwner, name: string): string {
  return `${owner}${name.slice(name.indexOf('.'))}`
}

export function isSpoolName(name: string): boolean {
  return FILE.test(name)
}

export function markerOf(file: string): Buffer {
  const found = FILE.exec(path.basename(file))
  if (!found?.groups?.marker) throw new Error('This is no file of the spool.')
  return Buffer.from(found.groups.marker, 'hex')
}

/**
 * Whether the process of a file is gone: at once where it was on this machine, else when it has not said for a while that it
 * is there. To be wrong is no harm: who still writes to a file that was renamed notices before it acknowledges.
 */
export function isLeftBehind(name: string, touchedAt: number, now: number): boolean {
  const { machine: where, pid } = FILE.exec(name)?.groups ?? {}
  // A container that starts again often has the very id that it had before.
  if (where === machine && (Number(pid) === process.pid || !isAlive(Number(pid)))) return true
  return now - touchedAt > STALE_MS
}
