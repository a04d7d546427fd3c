import { lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { Agent } from 'undici'

/** Why an address may not be fetched; undefined when it may (architecture.md "Media"). */
export function refusedBecause(url: URL, allowPrivate: boolean): string | undefined {
  const isPlain = allowPrivate && url.protocol === 'http:'
  if (url.protocol !== 'https:' && !isPlain) return 'The file is not on an https address.'
  if (url.username || url.password) return 'The address of the file holds a password.'
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  if (ipaddr.isValid(literal) && !isAllowed(literal, allowPrivate))
    return 'The file is on a private address.'
  return undefined
}

/** What the demo's setting opens: its own machine and its own network, never a cloud's metadata beside it. */
const OPENED = new Set(['loopback', 'private', 'uniqueLocal'])

function isAllowed(address: string, allowPrivate: boolean): boolean {
  if (isPublic(address)) return true
  return allowPrivate && OPENED.has(ipaddr.process(address).range())
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
export function openMediaAgent(allowPrivate: boolean, resolve = lookup): Agent {
  return new Agent({
    connect: { timeout: 5_000, lookup: lookupFor(allowPrivate, resolve) },
    headersTimeout: 20_000,
    bodyTimeout: 20_000,
  })
}

function lookupFor(allowPrivate: boolean, resolve: typeof lookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '')
      const allowed = addresses.filter(({ address }) => isAllowed(address, allowPrivate))
      const first = allowed[0]
      if (!first) return callback(new PrivateAddress(hostname), '')
      if (options.all) return callback(null, allowed)
      callback(null, first.address, first.family)
    })
  }
}

/** The name of a file's host resolves to no public address. */
export class PrivateAddress extends Error {
  constructor(hostname: string) {
    super(`${hostname} is a private address`)
  }
}
