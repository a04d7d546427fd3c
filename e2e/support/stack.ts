import path from 'node:path'
import { connect, type Sql } from '@/lib/db/client'

/** The database under the app, for what no screen can bring about (a session that is too old). */
export function openStackDatabase(): Sql {
  return connect(stackDatabaseUrl(), { max: 2 })
}

/** Where that database is. */
export function stackDatabaseUrl(): string {
  return given('STACK_DATABASE')
}

/** A file in the stack's data folder. */
export function stackFile(name: string): string {
  return path.join(given('STACK_DATA_DIR'), name)
}

function given(name: 'STACK_DATABASE' | 'STACK_DATA_DIR'): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: the stack did not start.`)
  return value
}
