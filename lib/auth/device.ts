import { createHash, randomBytes } from 'node:crypto'
import ipaddr from 'ipaddr.js'
import type { Queryable } from '@/lib/db/client'
import {
  type BrowserIdentity,
  isKnownDevice,
  rememberIdentity,
} from '@/lib/db/people/known-browsers'

/** What a request tells about the browser that it comes from, before anybody knows who asks. */
export interface Browser {
  /** What the server found out (lib/http/guard/client-address.ts). It slows down guessing and is no reason to trust anyone. */
  address: string
  /** Its device cookie, where that can be one of ours. */
  device?: string
  /** The sign-in that it has, live or not. */
  sessionId?: string
}

/** Where tries are counted. */
export function toBrowserIdentity({ address, device }: Browser): BrowserIdentity {
  return { network: toNetwork(address), deviceSha256: device && toHash(device) }
}

/**
 * From now on this browser is known to the account, whatever strangers do to it: gives the token of its device cookie. One
 * that we gave out stays, so that people can share a browser; anything else might be somebody else's idea.
 */
export async function rememberBrowser(
  sql: Queryable,
  agentId: string,
  browser: Browser,
): Promise<string> {
  const { network, deviceSha256 } = toBrowserIdentity(browser)
  const isOurs = deviceSha256 !== undefined && (await isKnownDevice(sql, deviceSha256))
  const device = isOurs && browser.device ? browser.device : randomBytes(24).toString('base64url')
  await rememberIdentity(sql, agentId, { network, deviceSha256: toHash(device) })
  return device
}

/** Undefined for what no device cookie of ours looks like. */
export function parseDevice(cookie: string | undefined): string | undefined {
  return cookie && /^[\w-]{32}$/.test(cookie) ? cookie : undefined
}

function toHash(device: string): string {
  return createHash('sha256').update(device).digest('hex')
}

/** Whoever has one IPv6 address has 2^64 of them. */
function toNetwork(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString()
  return `${new ipaddr.IPv6([...parsed.parts.slice(0, 4), 0, 0, 0, 0]).toString()}/64`
}
