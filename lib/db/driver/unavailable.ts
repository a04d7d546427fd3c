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
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'EAI_AGAIN',
])

/**
 * SQLSTATEs that say "not now": connection (08), read-only or timed-out transaction (25006, 25P03, 25P04), resources (53),
 * rollback (40), lock (55P03), statement cancelled or timed out (57014), shutdown (57P0x), disk (58).
 */
const NOT_NOW = /^(08...|25006|25P0[34]|53...|40...|55P03|57014|57P0.|58...)$/

/** Whether an error means that Postgres is away or busy, and the same statement may work in a moment. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = codeOf(error)
  return LOST.has(code) || NOT_NOW.test(code) || isUnavailable(error.cause)
}

/**
 * SQLSTATEs that judge the values of a statement: cardinality (21), data (22), constraints (23, 44), limits (54), a
 * refusal by a trigger (P0), and what Postgres itself calls a bug (XX000), which some value may well have met.
 */
const OF_VALUES = /^(2[123]...|44...|54...|P0...|XX000)$/
const SQLSTATE = /^[0-9A-Z]{5}$/

/**
 * Whether an error is the fault of the values that were to be stored, so that it comes again with them and with no
 * others. Not so where Postgres is away or busy, nor where tables or rights are other than this version of ours expects:
 * that would befall whatever comes next.
 */
export function isFaultOfValues(error: unknown): boolean {
  if (isUnavailable(error)) return false
  const code = error instanceof Error ? codeOf(error) : ''
  return OF_VALUES.test(code) || !SQLSTATE.test(code)
}

/**
 * Whether Postgres itself refused the values of a statement. Narrower than `isFaultOfValues`: a fault of ours, such as a
 * statement that never got to Postgres, is none.
 */
export function isRefusedForValues(error: unknown): boolean {
  return error instanceof Error && OF_VALUES.test(codeOf(error))
}

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : ''
}
