import { AppError } from '@/lib/errors'
import { FileMoved, type SpoolBatch, type SpoolFile } from './spool-file'
import { SpoolFolder } from './spool-folder'
import { recordBytes, type SpooledDelivery, toPayload } from './spool-record'

/** Payloads that share one flush of the disk. */
const GROUP_BYTES_MAX = 4 * 1024 * 1024
/** Four times before others take a file for left behind (spool-name.ts). */
const TOUCH_MS = 2_500

interface Waiting {
  payload: Buffer
  resolve: () => void
  reject: (error: unknown) => void
}

/**
 * The local spool: while Postgres is away, verified deliveries are kept in files of this process until they are in the log
 * (architecture.md "Spool"). What waits while the disk is being flushed shares the next flush, as in the log.
 */
export class Spool {
  private readonly folder: SpoolFolder
  /** The oldest first; only the last may grow. */
  private files: SpoolFile[] = []
  private waiting: Waiting[] = []
  private waitingBytes = 0
  private writing: Promise<void> | undefined
  /** The group that is being written. */
  private flushing: Promise<void> | undefined
  private timer: NodeJS.Timeout | undefined
  /** Called when something came to lie here. */
  onHeld: () => void = () => {}

  constructor(
    folder: string,
    /** Bytes that may lie in this process's files. */
    private readonly bytesMax: number,
    private readonly report: (error: unknown) => void,
  ) {
    this.folder = new SpoolFolder(folder)
  }

  /** Something lies here that is not in the log, or is being written: nothing that comes later may get there before it. */
  get isHolding(): boolean {
    return this.files.length > 0 || this.waiting.length > 0 || this.writing !== undefined
  }

  /** Deliveries that are not on the disk yet. */
  get queued(): number {
    return this.waiting.length
  }

  /** Bytes between what is on the disk and what is in the log. */
  get bytesLeft(): number {
    return this.files.reduce((sum, file) => sum + file.bytesLeft, 0)
  }

  /** Resolves when the delivery is on the disk. Throws `unavailable` when there is no room, for us or at all. */
  append(delivery: SpooledDelivery): Promise<void> {
    const payload = toPayload(delivery)
    const bytes = this.files.reduce((sum, file) => sum + file.bytes, this.waitingBytes)
    if (bytes + recordBytes(payload) > this.bytesMax)
      return Promise.reject(new AppError('unavailable', 'The local spool is full. Send it again.'))
    return new Promise((resolve, reject) => {
      this.waiting.push({ payload, resolve, reject })
      this.waitingBytes += recordBytes(payload)
      this.writing ??= this.writeAll()
    })
  }

  /** What comes next for the log; undefined when nothing does. */
  async next(limit: number): Promise<SpoolBatch | undefined> {
    while (this.isHolding) {
      await this.removeDrained()
      const [file] = this.files
      if (file && !file.isDrained) return file.read(limit)
      await this.flushing
    }
    return undefined
  }

  /** A batch is in the log: it is not given again. */
  async pass(batch: SpoolBatch): Promise<void> {
    // Only for whoever takes over: at worst they give it to the log once more.
    await batch.file.pass(batch).catch(this.report)
    await this.removeDrained()
  }

  /** Takes over what processes that are gone have left. Before what this process has, because it is older. */
  async adopt(): Promise<number> {
    const found = await this.folder.adopt()
    if (found.length === 0) return 0
    this.files.unshift(...found)
    this.hold()
    return found.length
  }

  /** Whoever comes next goes on with what still lies here. */
  async close(): Promise<void> {
    await this.writing
    clearInterval(this.timer)
    await Promise.all(this.files.map((file) => file.close()))
    this.files = []
  }

  private hold() {
    this.timer ??= setInterval(() => void this.touchAll(), TOUCH_MS).unref()
    this.onHeld()
  }

  private async touchAll() {
    for (const file of [...this.files])
      if (!(await file.touch().catch(() => true))) this.forget(file)
  }

  private async writeAll() {
    while (this.waiting.length > 0) {
      this.flushing = this.flush(this.takeGroup())
      await this.flushing
    }
    this.writing = undefined
    await this.removeDrained()
  }

  private async flush(group: Waiting[]) {
    try {
      await this.write(group.map(({ payload }) => payload))
      for (const { resolve } of group) resolve()
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
    for (const { payload } of group) this.waitingBytes -= recordBytes(payload)
  }

  private takeGroup(): Waiting[] {
    let bytes = 0
    const over = this.waiting.findIndex(({ payload }, index) => {
      bytes += payload.length
      return index > 0 && bytes > GROUP_BYTES_MAX
    })
    return this.waiting.splice(0, over < 0 ? this.waiting.length : over)
  }

  private async write(payloads: Buffer[]): Promise<void> {
    const file = await this.growing()
    try {
      await file.append(payloads)
      this.hold()
    } catch (error) {
      if (!(error instanceof FileMoved)) throw error
      // Whoever took it over has what was in it before; these may have come too late for that.
      this.forget(file)
      await this.write(payloads)
    }
  }

  private async growing(): Promise<SpoolFile> {
    const last = this.files.at(-1)
    if (last?.canGrow) return last
    const file = await this.folder.create()
    this.files.push(file)
    return file
  }

  private forget(file: SpoolFile) {
    this.files = this.files.filter((each) => each !== file)
    file.close().catch(this.report)
  }

  /** One that is being written stays: something is about to follow. */
  private async removeDrained() {
    for (let file = this.files[0]; file?.isDrained; file = this.files[0]) {
      if (this.writing && file.canGrow) return
      this.files.shift()
      await file.remove().catch(this.report)
    }
    if (this.isHolding) return
    clearInterval(this.timer)
    this.timer = undefined
  }
}
