import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { listAllSecrets } from '@/lib/db/channel/channels'
import type { Queryable } from '@/lib/db/client'
import { isMissing } from '@/lib/errors'
import { secretBinding, type Vault } from '@/lib/vault'

/** As old as what is known here may be when Postgres goes away. */
const REFRESH_MS = 10_000
/** Ties the sealed file to its purpose. */
const BINDING = 'spool:channel_secrets'

const rowsSchema = z.array(
  z.object({
    channelId: z.string(),
    slot: z.number(),
    /** Sealed as in its row, in base64. */
    secret: z.string(),
    signatureHeader: z.string(),
  }),
)
type Row = z.infer<typeof rowsSchema>[number]

export interface SigningSecrets {
  header: string
  /** One, or two while a secret is rotated. */
  secrets: string[]
  /** As they were before Postgres went away: one may have been changed just before. */
  isFromBefore?: boolean
}

/** A row as Postgres gives it. */
interface SealedRow extends Omit<Row, 'secret'> {
  secret: Buffer
}

/**
 * The secrets of all channels as they last were in Postgres, for the time while it is away: in memory, and in a file for
 * whoever starts meanwhile. The file is sealed with the key of APP_SECRET, and so is each secret in it, as in its row.
 */
export class KeptSecrets {
  /** By channel. */
  private rows = new Map<string, Row[]>()
  private written = ''
  private timer: NodeJS.Timeout | undefined
  private work: Promise<void> = Promise.resolve()

  constructor(
    private readonly ctx: { sql: Queryable; vault: Vault },
    private readonly file: string,
    private readonly report: (error: unknown) => void,
  ) {}

  /** What another process, or this one before, has left. False when there is nothing that can be read. */
  async load(): Promise<boolean> {
    try {
      const sealed = await readFile(this.file)
      const rows = rowsSchema.parse(JSON.parse(this.ctx.vault.open(sealed, BINDING)))
      this.rows = byChannel(rows)
      return true
    } catch (error) {
      if (!isMissing(error)) this.report(error)
      return false
    }
  }

  /** From now on it follows what is in Postgres. */
  start() {
    this.refresh()
    this.timer = setInterval(() => this.refresh(), REFRESH_MS)
    this.timer.unref()
  }

  async stop() {
    clearInterval(this.timer)
    await this.work
  }

  /** Undefined when nothing is known here of that channel, which doesn't say that there is none. */
  find(channelId: string): SigningSecrets | undefined {
    const rows = this.rows.get(channelId)
    if (!rows?.[0]) return undefined
    try {
      const secrets = rows.map(({ secret, slot }) =>
        this.ctx.vault.open(Buffer.from(secret, 'base64'), secretBinding(channelId, slot)),
      )
      return { header: rows[0].signatureHeader, secrets, isFromBefore: true }
    } catch (error) {
      this.report(error)
      return undefined
    }
  }

  /** What was just read of some channels: a secret may have been changed since all of them were read. */
  learn(found: SealedRow[]) {
    const rows = byChannel(found.map(toRow))
    const isNew = [...rows].some(
      ([id, each]) => JSON.stringify(each) !== JSON.stringify(this.rows.get(id)),
    )
    if (isNew) this.refresh()
    for (const [id, each] of rows) this.rows.set(id, each)
  }

  private refresh() {
    this.work = this.work.then(() => this.read()).catch(() => {})
  }

  /** Where Postgres is away, what is known stays. */
  private async read() {
    const rows = (await listAllSecrets(this.ctx.sql)).map(toRow)
    this.rows = byChannel(rows)
    const now = `${this.ctx.vault.currentId()} ${JSON.stringify(rows)}`
    if (now === this.written) return
    try {
      await this.write(this.ctx.vault.seal(JSON.stringify(rows), BINDING))
      this.written = now
    } catch (error) {
      this.report(error)
    }
  }

  /** Whole or not at all, whatever happens meanwhile and whoever else does the same. */
  private async write(sealed: Buffer) {
    await mkdir(path.dirname(this.file), { recursive: true, mode: 0o700 })
    const partial = `${this.file}.${process.pid}.part`
    await rm(partial, { force: true })
    const handle = await open(partial, 'wx', 0o600)
    try {
      await handle.writeFile(sealed)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(partial, this.file)
  }
}

function toRow({ channelId, slot, secret, signatureHeader }: SealedRow): Row {
  return { channelId, slot, secret: secret.toString('base64'), signatureHeader }
}

function byChannel(rows: Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows) found.set(row.channelId, [...(found.get(row.channelId) ?? []), row])
  return found
}
