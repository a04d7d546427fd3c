import { open, readdir } from 'node:fs/promises'
import path from 'node:path'
import { readHeader, SPOOL_HEADER_BYTES } from './spool-header'
import { isSpoolName } from './spool-name'

/** What lies in the spool of every process that shares a DATA_DIR, those that are gone included. */
interface SpoolFigures {
  /** Deliveries that are acknowledged and not in the log. */
  deliveries: number
  /** Of the files they lie in. */
  bytes: number
  /** How long the oldest file has been there, in ms; 0 where there is none. */
  oldestMs: number
  /** Parts and deliveries that were put aside, for a person to look at. */
  putAside: number
}

/** Reads the folder, so that it needs neither Postgres nor the process that writes. */
export async function measureSpool(folder: string, now = Date.now()): Promise<SpoolFigures> {
  const names = await readdir(folder).catch(() => [])
  const figures = { deliveries: 0, bytes: 0, oldestMs: 0 }
  for (const name of names.filter(isSpoolName)) {
    const file = await look(path.join(folder, name))
    if (!file || file.bytes <= SPOOL_HEADER_BYTES) continue
    figures.bytes += file.bytes
    figures.deliveries += file.deliveries
    figures.oldestMs = Math.max(figures.oldestMs, now - file.createdAt)
  }
  return { ...figures, putAside: names.filter((name) => name.endsWith('.damaged')).length }
}

/** Undefined for one that was drained while we looked. */
async function look(file: string) {
  const handle = await open(file, 'r').catch(() => undefined)
  if (!handle) return undefined
  try {
    const { size, birthtimeMs } = await handle.stat()
    const { buffer } = await handle.read(Buffer.alloc(SPOOL_HEADER_BYTES), 0, SPOOL_HEADER_BYTES, 0)
    const header = readHeader(buffer, size)
    const deliveries = header ? header.written - header.drained : 0
    return { bytes: size, deliveries, createdAt: header?.createdAt ?? birthtimeMs }
  } finally {
    await handle.close()
  }
}
