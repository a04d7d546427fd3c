/** What of an error is told: facts about what failed, never what it was asked with. */
const FIELDS = [
  'code',
  'errno',
  'syscall',
  'address',
  'port',
  'status',
  'severity',
  'table_name',
  'column_name',
  'constraint_name',
  'routine',
  'position',
] as const

const CAUSES_MAX = 5

export interface Loggable {
  type: string
  message: string
  stack?: string
  cause?: Loggable
  [fields: string]: unknown
}

/**
 * An error as it may stand in a log. Everything is left out but what is listed: postgres.js puts the parameters of a
 * statement beside the error and rows into `detail` and `where`, drizzle puts them into the message, Stella's clients
 * quote addresses with the token in them.
 */
export function toLoggable(error: unknown, depth = 0): Loggable {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutToken(String(error)) }
  const fields = FIELDS.flatMap((name) => {
    const value = (error as unknown as Record<string, unknown>)[name]
    return typeof value === 'string' || typeof value === 'number' ? [[name, value]] : []
  })
  return {
    type: error.name,
    message: toSafeText(error),
    ...Object.fromEntries(fields),
    stack: framesOf(error),
    ...(error.cause !== undefined && depth < CAUSES_MAX
      ? { cause: toLoggable(error.cause, depth + 1) }
      : {}),
  }
}

/** The message of anything that was thrown, without the values that a statement was given. */
export function toSafeText(error: unknown): string {
  if (!(error instanceof Error)) return withoutToken(String(error))
  const [statement = ''] = error.message.split(/\nparams: /)
  return withoutToken(isAboutData(error) ? withoutValue(statement) : statement)
}

/** SQLSTATE class 22: Postgres refused a value, and quotes it behind a colon. */
function isAboutData(error: Error): boolean {
  return 'code' in error && /^22[0-9A-Z]{3}$/.test(String(error.code))
}

function withoutValue(message: string): string {
  return message.replace(/[:"][\s\S]*$/, '…')
}

/** Stella takes its token in the address, and errors like to quote addresses. */
function withoutToken(text: string): string {
  return text.replaceAll(/(access_?token=)[^&"\s\\]+/gi, '$1[redacted]')
}

/** Where it was thrown; the first lines of a stack repeat the message. */
function framesOf(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
}
