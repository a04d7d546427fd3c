import { hash } from 'node:crypto'
import { type FileHandle, open, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { readHeader, SPOOL_HEADER_BYTES, type SpoolHeader, writeHeader } from './spool-header'
import { markerOf } from './spool-name'
import { RECORD_BYTES_MAX, readRecords, type SpooledDelivery, toRecord } from './spool-record'

/** Bytes looked at in one go; a whole record always fits. */
const WINDOW_BYTES = 2 * RECORD_BYTES_MAX

/** What stands next in a file. */
export interface SpoolBatch {
  file: SpoolFile
  deliveries: SpooledDelivery[]
  /** Where the file goes on after them. */
  end: number
  /** What was damaged between them, as it stands there. */
  damaged: Buffer[]
  /** The file ends with a record that was never written whole, nor acknowledged. */
  isTorn: boolean
}

/** Another process has taken the file over: what is written to it now may be missed. */
export class FileMoved extends Error {}

/**
 * A file of the spool: deliveries one after the other, and at its start how far they are in the log by now. It is written by
 * one process at a time, and is only ever appended to.
 */
export class SpoolFile {
  private constructor(
    readonly path: string,
    private readonly handle: FileHandle,
    private readonly marker: Buffer,
    private readonly header: SpoolHeader,
    /** Up to here the file is on the disk. */
    private end: number,
    /** Nothing may be appended: it was found, or a write of it failed. */
    private isSealed: boolean,
  ) {}

  /** A new file, which is there after a crash of the machine too. */
  static async create(file: string, now = Date.now()): Promise<SpoolFile> {
    const handle = await open(file, 'wx+', 0o600)
    try {
      const header = { drainedTo: SPOOL_HEADER_BYTES, written: 0, drained: 0, createdAt: now }
      await writeAll(handle, writeHeader(header), 0)
      await handle.sync()
      await syncFolder(path.dirname(file))
      return new SpoolFile(file, handle, markerOf(file), header, SPOOL_HEADER_BYTES, false)
    } catch (error) {
      await handle.close()
      await rm(file, { force: true })
      throw error
    }
  }

  /** One that another process left behind. */
  static async adopt(file: string): Promise<SpoolFile> {
    const handle = await open(file, 'r+')
    const { size, birthtimeMs } = await handle.stat()
    const bytes = Buffer.alloc(SPOOL_HEADER_BYTES)
    await handle.read(bytes, 0, SPOOL_HEADER_BYTES, 0)
    // Where it isn't known how far it had got, all of it is given to the log once more, which changes only counts.
    const header = readHeader(bytes, size) ?? {
      drainedTo: SPOOL_HEADER_BYTES,
      written: 0,
      drained: 0,
      createdAt: birthtimeMs,
    }
    return new SpoolFile(file, handle, markerOf(file), header, size, true)
  }

  get bytes(): number {
    return this.end
  }

  get canGrow(): boolean {
    return !this.isSealed
  }

  get isDrained(): boolean {
    return this.header.drainedTo >= this.end
  }

  /** Bytes that are not in the log yet. */
  get bytesLeft(): number {
    return Math.max(0, this.end - this.header.drainedTo)
  }

  /**
   * Resolves when all of them are on the disk. Throws when they are not, or when nobody would find them there; then nothing
   * more can be appended.
   */
  async append(payloads: Buffer[]): Promise<void> {
    try {
      const bytes = Buffer.concat(payloads.map((payload) => toRecord(this.marker, payload)))
      await writeAll(this.handle, bytes, this.end)
      this.header.written += payloads.length
      await this.writeHeader()
      await this.handle.datasync()
      await this.assertMine()
      this.end += bytes.length
    } catch (error) {
      this.isSealed = true
      this.header.written -= payloads.length
      // Best without them: they were not acknowledged. What stays all the same is read as what it is.
      await this.handle.truncate(this.end).catch(() => {})
      throw error
    }
  }

  /** What follows, at most `limit` deliveries; nothing of what is being appended now. */
  async read(limit: number): Promise<SpoolBatch> {
    const { end } = this
    const from = this.header.drainedTo
    const size = Math.min(WINDOW_BYTES, end - from)
    const { buffer, bytesRead } = await this.handle.read(Buffer.allocUnsafe(size), 0, size, from)
    const bytes = buffer.subarray(0, bytesRead)
    const isLast = from + bytesRead >= end || bytesRead < size
    const reading = readRecords(bytes, this.marker, { isLast, limit })
    const isTorn = reading.isTorn || bytesRead === 0
    return {
      file: this,
      deliveries: reading.records.map(({ delivery }) => delivery),
      end: isTorn ? end : from + reading.used,
      damaged: reading.damaged.map(({ from: start, to }) => bytes.subarray(start, to)),
      isTorn,
    }
  }

  /** A batch is in the log. Whoever takes over after a crash of this process goes on behind it. */
  async pass({ end, deliveries }: SpoolBatch): Promise<void> {
    this.header.drainedTo = end
    this.header.drained += deliveries.length
    await this.writeHeader()
  }

  /** Puts bytes aside that can't get into the log, beside the file, for a person to look at. Gives the name. */
  async setAside(bytes: Buffer): Promise<string> {
    const name = this.path.replace(/\.spool$/, `-${hash('sha256', bytes).slice(0, 16)}.damaged`)
    await writeFile(name, bytes, { mode: 0o600, flush: true })
    return name
  }

  /** Says that its process is there. False when another one has taken it over. */
  async touch(now = new Date()): Promise<boolean> {
    if (!(await this.isMine())) return false
    await this.handle.utimes(now, now)
    return true
  }

  async close(): Promise<void> {
    await this.handle.close()
  }

  /** All of it is in the log. */
  async remove(): Promise<void> {
    if (await this.isMine()) await rm(this.path, { force: true })
    await this.close()
  }

  private async writeHeader() {
    await writeAll(this.handle, writeHeader(this.header), 0)
  }

  private async assertMine() {
    if (!(await this.isMine())) throw new FileMoved('Another process has taken this file over.')
  }

  /** Whoever takes a file over renames it first and reads it afterwards, so what stands under this name is read. */
  private async isMine(): Promise<boolean> {
    const own = await this.handle.stat({ bigint: true })
    const named = await stat(this.path, { bigint: true }).catch(() => undefined)
    return named?.ino === own.ino && named.dev === own.dev
  }
}

/** A write may take a part of what it is given, such as at the end of a disk. */
async function writeAll(handle: FileHandle, bytes: Buffer, at: number) {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at + done)
    done += bytesWritten
  }
}

/** The name of a new file is in its folder, which is written by itself. */
async function syncFolder(folder: string) {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
