import { lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { Agent } from 'undici'

/** Why an address may not be fetched; undefined when it may (architecture.md "Media"). */
export function refusedBecause(url: URL, allowPrivate: boolean): string | undefined {
  if (allowPrivate && url.protocol === 'http:') return undefined
  if (url.protocol !== 'https:') return 'The file is not on an https address.'
  if (url.username || url.password) return 'The address of the file holds a password.'
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  if (!allowPrivate && ipaddr.isValid(literal) && !isPublic(literal))
    return 'The file is on a private address.'
  return undefined
}

/** Only addresses of the public internet: not loopback, private, link-local, mapped or reserved ones. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  // `::a.b.c.d`, the old way to write an IPv4 address, passes for unicast.
  if (parsed instanceof ipaddr.IPv6 && parsed.parts.slice(0, 6).every((part) => part === 0))
    return false
  return parsed.range() === 'unicast'
}

/**
 * The connections on which files are fetched. The address is judged at the moment of connecting, after the name
 * was resolved, so a name that changes its mind between check and use reaches nothing.
 */
export function openMediaAgent(allowPrivate: boolean): Agent {
  return new Agent({
    connect: { timeout: 5_000, lookup: allowPrivate ? undefined : publicLookup },
    headersTimeout: 20_000,
    bodyTimeout: 20_000,
  })
}

const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '')
    const allowed = addresses.filter(({ address }) => isPublic(address))
    const first = allowed[0]
    if (!first) return callback(new PrivateAddress(hostname), '')
    if (options.all) return callback(null, allowed)
    callback(null, first.address, first.family)
  })
}

/** The name of a file's host resolves to no public address. */
export class PrivateAddress extends Error {
  constructor(hostname: string) {
    super(`${hostname} is a private address`)
  }
}
