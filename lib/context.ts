import { connect, type Sql } from './db/client'
import { type Shares, shareOut } from './db/shares'
import { fixedRing, type KeyRing, ringKeys } from './key-ring'
import type { Observer } from './log/committed'
import { Slots } from './log/slots'
import { type FileAddresses, openFileAddresses } from './media/file-address'
import { openVault, type Vault } from './vault'

/** What verbs work with: the database by the shares of its connections (lib/db/shares.ts) and the key to stored secrets. */
export interface Context {
  databaseUrl: string
  /** Reads, and statements that wait for nobody. */
  sql: Sql
  /** What people ask for under the fold lock: a queue of them must not keep readers waiting. */
  write: Sql
  /** As many of them at once as `write` has connections. */
  turns: Slots
  /** What jobs and the fold do under the fold lock. They wait as long as it takes, so no person may wait behind them. */
  background: Sql
  vault: Vault
  /** The secret of this installation, and those it had before. */
  keys: KeyRing
  /** Where platforms fetch the files that agents send. */
  files: FileAddresses
  /** The simulator's setting: Stella may be on this machine or its network, without https. */
  allowPrivate?: boolean
  /** Is told what people did, once it is committed. */
  onAct?: Observer
  close(): Promise<void>
}

interface ContextOptions {
  databaseUrl: string
  appSecret: string | KeyRing
  /** The setting PUBLIC_URL; without it nothing but words can be sent. */
  publicUrl?: string
  /** After how long Postgres breaks a statement off; without it, as for a rebuild from the command line, never. */
  statementMs?: number
  /** How many connections this process has, and for what. */
  shares?: Shares
  onAct?: Observer
  allowPrivate?: boolean
}

/** Seconds that a connection may take to end what it is doing. */
export const END_S = 2

export function openContext(options: ContextOptions): Context {
  const { databaseUrl, statementMs, appSecret } = options
  const keys = typeof appSecret === 'string' ? fixedRing(appSecret) : appSecret
  const shares = options.shares ?? shareOut()
  const sql = connect(databaseUrl, { statementMs, max: shares.reads })
  const write = connect(databaseUrl, { statementMs, max: shares.write })
  const background = connect(databaseUrl, { max: shares.background })
  return {
    databaseUrl,
    sql,
    write,
    turns: new Slots(shares.write),
    background,
    vault: openVault(keys),
    keys,
    onAct: options.onAct,
    allowPrivate: options.allowPrivate,
    files: openFileAddresses(
      () => ringKeys(keys, 'stella-inbox addresses of sent files'),
      options.publicUrl,
      () => keys.refresh(),
    ),
    close: async () => {
      const clients = [sql, write, background]
      await Promise.all(clients.map((client) => client.end({ timeout: END_S })))
    },
  }
}
