import { z } from 'zod'
import { schemaMessage } from '@/lib/i18n/reason'

export const EMAIL_LENGTH_MAX = 254

/**
 * An e-mail as we keep and compare it: the one place where its writing is settled. Full-width and other forms of the same
 * letters are one, letters are small, and what nobody sees is gone. Postgres lower-cases otherwise (`İ` becomes `i` there),
 * so it only ever compares what was made here.
 */
export function toEmail(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .trim()
    .toLowerCase()
    .normalize('NFKC')
}

/** An e-mail that somebody gives for an account. */
export const emailSchema = z
  .string(schemaMessage('people.account.emailNeeded'))
  .max(EMAIL_LENGTH_MAX * 2, schemaMessage('people.account.emailInvalid'))
  .transform(toEmail)
  .pipe(
    z
      .email(schemaMessage('people.account.emailInvalid'))
      .max(EMAIL_LENGTH_MAX, schemaMessage('people.account.emailTooLong')),
  )
