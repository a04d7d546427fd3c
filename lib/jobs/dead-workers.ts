import { connect, type Sql } from '@/lib/db/client'
import {
  freeWorkers,
  holdProcessLock,
  listSilentWorkers,
  putJobWorker,
  readBackend,
} from '@/lib/db/workspace/job-workers'

const LOOK_TIMEOUT_MS = 5_000

/**
 * A process that is killed leaves its jobs locked, and graphile-worker frees them only after four hours. Each
 * process holds a session lock for as long as it lives; Postgres drops it the moment the process is gone.
 * After Postgres itself was away, the lock and the names of our workers are put back before anyone is judged.
 */
export class Lifeline {
  private connection: Sql
  private readonly workers = new Set<string>()
  private backend: number | undefined
  /** Workers without a living process at the last look; two looks in a row free their jobs. */
  private suspects = new Set<string>()

  constructor(
    private readonly databaseUrl: string,
    private readonly processKey: number,
  ) {
    this.connection = this.open()
  }

  /** Notes that a job worker, or a pool of them, is ours. */
  async register(workerId: string) {
    this.workers.add(workerId)
    await putJobWorker(this.connection, workerId, this.processKey)
  }

  /**
   * Makes sure that we count as alive, then frees the jobs of those that don't. Gives the workers found dead.
   * A connection that was cut may swallow a query for ever, so trouble of any kind is met with a new one.
   */
  async look(): Promise<string[]> {
    try {
      return await Promise.race([this.lookNow(), rejectAfter(LOOK_TIMEOUT_MS)])
    } catch (error) {
      this.connection.end({ timeout: 0 }).catch(() => undefined)
      this.connection = this.open()
      this.backend = undefined
      throw error
    }
  }

  private async lookNow(): Promise<string[]> {
    await this.hold()
    const names = await listSilentWorkers(this.connection, this.processKey)
    const dead = names.filter((name) => this.suspects.has(name))
    this.suspects = new Set(names)
    if (dead.length === 0) return []
    await freeWorkers(this.connection, dead)
    return dead
  }

  /** Lets go of the lock: with the connection it ends. */
  async end() {
    await this.connection.end({ timeout: 1 })
  }

  private open(): Sql {
    return connect(this.databaseUrl, { max: 1, lifelong: true })
  }

  private async hold() {
    const backend = await readBackend(this.connection)
    if (backend === this.backend) return
    await holdProcessLock(this.connection, this.processKey)
    for (const workerId of this.workers) await this.register(workerId)
    this.backend = backend
    // Others had no time to come back either: they are judged anew.
    this.suspects.clear()
  }
}

function rejectAfter(ms: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('Postgres did not answer in time')), ms).unref()
  })
}
