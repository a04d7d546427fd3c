import pino from 'pino'
import { toLoggable } from './loggable'

/** One logger, one place that redacts: tokens, secrets, passwords and what a statement was given never reach a line. */
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
  serializers: { error: (error) => toLoggable(error), err: (error) => toLoggable(error) },
})
