import pino from 'pino'

/** One logger, one place that redacts: tokens, secrets and passwords never reach a line. */
export const logger = pino({
  level: process.env.LOG_LEVEL || 'info',
  base: undefined,
  redact: {
    paths: [
      '*.accessToken',
      '*.access_token',
      '*.secret',
      '*.password',
      '*.cookie',
      '*.authorization',
    ],
    censor: '[redacted]',
  },
  serializers: { error: toLoggable },
})

/** Stella takes its token in the address, and errors like to quote addresses. */
function toLoggable(error: unknown) {
  const serialized =
    error instanceof Error ? pino.stdSerializers.err(error) : { message: String(error) }
  const text = JSON.stringify({ ...serialized, raw: undefined })
  return JSON.parse(text.replaceAll(/(access_?token=)[^&"\s\\]+/gi, '$1[redacted]'))
}
