import { connect, connectOrm, type Orm, type Sql } from './db/client'
import { openVault, type Vault } from './vault'

/** What verbs work with: the database twice (see lib/db/client.ts) and the key to stored secrets. */
export interface Context {
  databaseUrl: string
  sql: Sql
  orm: Orm
  vault: Vault
  close(): Promise<void>
}

export function openContext(options: { databaseUrl: string; appSecret: string }): Context {
  const sql = connect(options.databaseUrl)
  const { orm, end } = connectOrm(options.databaseUrl)
  return {
    databaseUrl: options.databaseUrl,
    sql,
    orm,
    vault: openVault(options.appSecret),
    close: async () => {
      await Promise.all([sql.end({ timeout: 5 }), end()])
    },
  }
}
