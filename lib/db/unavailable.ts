/** Codes of postgres.js and of Node for a connection that could not be had, or was lost. */
const LOST = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ENOTFOUND',
  'ETIMEDOUT',
])

/** SQLSTATEs that say "not now": connection (08), resources (53), rollback (40), lock (55P03), shutdown (57P0x). */
const NOT_NOW = /^(08...|53...|40...|55P03|57P0.)$/

/** Whether an error means that Postgres is away or busy, and the same statement may work in a moment. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return LOST.has(code) || NOT_NOW.test(code) || isUnavailable(error.cause)
}
