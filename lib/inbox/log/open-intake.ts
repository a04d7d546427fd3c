import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { END_S } from '@/lib/context'
import { connect, type Sql } from '@/lib/db/client'
import type { KeyRing } from '@/lib/key-ring'
import { Appender } from '@/lib/log/append'
import { SpoolDrain } from '@/lib/log/spool/drain-spool'
import { Spool } from '@/lib/log/spool/spool'
import { spoolFolder } from '@/lib/log/spool/spool-folder'
import { logger } from '@/lib/logger'
import { openVault, type Vault } from '@/lib/vault'
import { KeptSecrets } from '../channel/kept-secrets'
import { SecretCache } from '../channel/signing-secrets'
import type { Receiver } from './receive-event'
import { Rejections } from './rejections'

interface IntakeOptions {
  databaseUrl: string
  /** Connections of deliveries alone: nothing else may keep an acknowledgement waiting. */
  connections: number
  statementMs: number
  keys: KeyRing
  dataDir: string
  /** Bytes that the spool may hold; 0: there is none. */
  spoolBytesMax: number
}

/** Everything a process needs to take deliveries, with Postgres or for a while without it. */
export interface Intake {
  /** The connections of deliveries. */
  sql: Sql
  receiver: Receiver
  /** Deliveries can be verified and kept without Postgres. */
  canStandBy: boolean
  /** Until `open`, whatever comes goes to the spool. */
  hold(): void
  /** From now on the log is written to. `wake`: there is something to fold. */
  open(wake: () => void): void
  /** What lies in the spool gets a moment for its way into the log. */
  stop(): Promise<void>
}

/** What is in the spool after this is for the next process: whoever asks us to end doesn't wait for ever. */
const LAST_DRAIN_MS = 3_000

/**
 * Needs no Postgres yet. Takes over what processes before this one left in the spool, so that nothing that comes now
 * overtakes it.
 */
export async function openIntake(options: IntakeOptions): Promise<Intake> {
  const { statementMs, spoolBytesMax } = options
  const sql = connect(options.databaseUrl, { max: options.connections, statementMs })
  const ctx = { sql, vault: openVault(options.keys) }
  const report = (error: unknown) => logger.error({ error }, 'Taking deliveries: something failed')
  const rejections = new Rejections(sql, report)
  // Also where it is off: what a process left in it belongs into the log.
  const way = await openSpoolWay(ctx, options, () => appender.pump(), report)
  const isOn = spoolBytesMax > 0
  const appender = new Appender(sql, isOn ? way : undefined)
  const secrets = new SecretCache(ctx, isOn ? way.secrets : undefined)
  let wake = () => {}
  return {
    sql,
    receiver: { appender, secrets, rejections, wake: () => wake() },
    canStandBy: isOn && way.knowsSecrets,
    hold: () => appender.hold(),
    open(onLogged) {
      wake = onLogged
      if (isOn) way.secrets.start()
      way.start(onLogged)
      appender.release()
    },
    async stop() {
      await way.stop()
      await rejections.stop()
      await sql.end({ timeout: END_S })
    },
  }
}

const GRACE_MS = 500

async function openSpoolWay(
  ctx: { sql: Sql; vault: Vault },
  { dataDir, spoolBytesMax }: IntakeOptions,
  onTurn: () => void,
  report: (error: unknown) => void,
) {
  const folder = spoolFolder(dataDir)
  const secrets = new KeptSecrets(ctx, path.join(folder, 'channel-secrets'), report)
  const knowsSecrets = await secrets.load()
  const spool = new Spool(folder, spoolBytesMax, report)
  let onLogged = () => {}
  const drain = new SpoolDrain(ctx.sql, spool, {
    onLogged: () => onLogged(),
    onTurn,
    onTrouble: (message, facts) => logger.warn(facts, message),
  })
  await spool.adopt().catch(report)
  return {
    spool,
    drain,
    secrets,
    knowsSecrets,
    start(wake: () => void) {
      onLogged = wake
      drain.start()
    },
    async stop() {
      // A Postgres that says nothing holds up nobody: what lies here is safe.
      const ended = Promise.all([secrets.stop(), drain.stop(LAST_DRAIN_MS)])
      await Promise.race([ended, sleep(LAST_DRAIN_MS + GRACE_MS, undefined, { ref: false })])
      await spool.close()
    },
  }
}
