import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { z } from 'zod'
import type { Sql } from '@/lib/db/client'
import { endProcess, putProcess } from '@/lib/db/workspace/seen-processes'
import { readCallFigures } from '@/lib/stella/api/call-figures'
import { nameOfPlace, type Place } from './place'

const SAY_MS = 5_000
const packageSchema = z.object({ version: z.string() })

/**
 * Says in the database that this process lives, every few seconds until it stops: the one place that a web on another
 * machine can read (docs/decisions/0033-two-roles.md).
 */
export class Presence {
  readonly id = randomUUID()
  private readonly version = ownRelease()
  private timer: NodeJS.Timeout | undefined
  /** When the database last heard it. */
  private heardAt = 0

  constructor(
    private readonly sql: Sql,
    private readonly place: Place,
    private readonly streams: () => number,
    private readonly report: (error: unknown) => void,
  ) {}

  /** Throws when the database does not hear it. */
  async start() {
    await this.say()
    this.timer = setInterval(() => this.say().catch(this.report), SAY_MS)
    this.timer.unref()
  }

  /** Ms since the database last heard of us: a process that hears nothing of it does no work either. */
  get silentMs() {
    return Date.now() - this.heardAt
  }

  async stop() {
    clearInterval(this.timer)
    // Who was not heard is silent, which says the same a little later.
    await endProcess(this.sql, this.id).catch(this.report)
  }

  private async say() {
    const begun = Date.now()
    await putProcess(this.sql, {
      id: this.id,
      role: this.place.role,
      name: nameOfPlace(this.place),
      host: hostname(),
      version: this.version,
      figures: { stella: readCallFigures(begun), streams: this.streams() },
    })
    this.heardAt = begun
  }
}

function ownRelease(): string {
  return packageSchema.parse(JSON.parse(readFileSync('package.json', 'utf8'))).version
}
