import { type Reason, reason } from '@/lib/i18n/reason'
import type { ConnectionFields } from './connection'

type Addresses = Pick<ConnectionFields, 'botUrl' | 'restUrl' | 'fileUrl'>

/**
 * Why the access token has to be given again; undefined when it may stay. It was given for certain hosts: whoever can
 * change an address but does not hold the token must not have it sent to a host of their own.
 */
export function tokenNeededBecause(before: Addresses, after: Addresses): Reason | undefined {
  const known = new Set(originsOf(before))
  const added = originsOf(after).find((origin) => !known.has(origin))
  if (added === undefined) return undefined
  return reason('connection.rule.tokenAgain', { origin: added })
}

function originsOf({ botUrl, restUrl, fileUrl }: Addresses): string[] {
  return [botUrl, restUrl, fileUrl].map((address) =>
    URL.canParse(address) ? new URL(address).origin : address,
  )
}
