import { AppError } from '@/lib/errors'
import { refusals, toRequestPattern } from '@/lib/security-log'
import { CrossSite } from './same-origin'

const ADDRESS_LENGTH_MAX = 64

/** The address of the client, as the server found it out (lib/http/guard/client-address.ts). */
export function addressOf(headers: Headers): string {
  return (headers.get('x-forwarded-for') ?? '').slice(0, ADDRESS_LENGTH_MAX)
}

/**
 * Writes a refusal into the security log: nobody signed in, not their right, another site. `who` is the person, where one
 * is signed in; `spends` says that the address takes one-time links. Throws what it was given.
 */
export function noteRefusal(
  request: Request,
  error: unknown,
  { who, spends = false }: { who?: string; spends?: boolean },
): never {
  const isRefusal =
    error instanceof AppError && ['unauthenticated', 'forbidden'].includes(error.code)
  if (isRefusal) {
    const from = addressOf(request.headers)
    const line = { who, from, what: toRequestPattern(request) }
    refusals.tell(eventOf(error, spends), who ?? from, line)
  }
  throw error
}

function eventOf(error: AppError, spends: boolean) {
  if (error instanceof CrossSite) return 'origin.refused'
  if (error.code === 'unauthenticated') return 'session.refused'
  return spends ? 'link.refused' : 'access.refused'
}
