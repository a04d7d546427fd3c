import { english } from './i18n/catalogues'
import type { Said } from './i18n/reason'

/** The kinds of refusal a request can end with, and the status each answers with. */
const STATUS_BY_CODE = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported: 415,
  too_many: 429,
  unavailable: 503,
} as const

export type ErrorCode = keyof typeof STATUS_BY_CODE

/**
 * What ends a request. `reason` is translated for whoever asked (lib/http/answer.ts); `message` is the same in English, for
 * logs and the command line; `details` goes into the JSON beside it.
 */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly reason: Said,
    readonly details: Record<string, unknown> = {},
  ) {
    super(english.say(reason))
    this.name = 'AppError'
  }

  get status() {
    return STATUS_BY_CODE[this.code]
  }
}

/** The text of anything that was thrown, for logs and quarantine. */
export function toErrorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Whether an error of the file system says that there is no such file. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
