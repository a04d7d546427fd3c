import { connect, connectOrm, type Orm, type Sql } from './db/client'
import { openVault, type Vault } from './vault'

/** What verbs work with: the database thrice (see lib/db/client.ts) and the key to stored secrets. */
export interface Context {
  databaseUrl: string
  /** Reads, and statements that wait for nobody. */
  sql: Sql
  /** Transactions that wait for the fold lock: a queue of them must not keep readers waiting. */
  write: Sql
  orm: Orm
  vault: Vault
  close(): Promise<void>
}

const WRITE_CONNECTIONS_MAX = 6

export function openContext(options: { databaseUrl: string; appSecret: string }): Context {
  const sql = connect(options.databaseUrl)
  const write = connect(options.databaseUrl, { max: WRITE_CONNECTIONS_MAX })
  const { orm, end } = connectOrm(options.databaseUrl)
  return {
    databaseUrl: options.databaseUrl,
    sql,
    write,
    orm,
    vault: openVault(options.appSecret),
    close: async () => {
      await Promise.all([sql.end({ timeout: 5 }), write.end({ timeout: 5 }), end()])
    },
  }
}
