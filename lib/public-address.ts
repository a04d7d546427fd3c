import { lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

/** What is wrong with an address that somebody else gave us to call. */
export type AddressFault = 'not-https' | 'password' | 'private'

/**
 * Why an address must not be called; undefined when it may. `allowPrivate` is the setting of the simulator: plain http, and
 * the own machine and network. A name is judged once it is resolved (`publicLookup`).
 */
export function faultOf(url: URL, allowPrivate: boolean): AddressFault | undefined {
  const isPlain = allowPrivate && url.protocol === 'http:'
  if (url.protocol !== 'https:' && !isPlain) return 'not-https'
  if (url.username || url.password) return 'password'
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  return ipaddr.isValid(literal) && !isAllowed(literal, allowPrivate) ? 'private' : undefined
}

/** What the simulator's setting opens: its own machine and its own network, never a cloud's metadata beside it. */
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
 * Resolves names for connections. The address is judged at the moment of connecting, after the name was resolved, so a
 * name that changes its mind between check and use reaches nothing.
 */
export function publicLookup(allowPrivate: boolean, resolve = lookup): LookupFunction {
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

/** A name that resolves to no public address. */
export class PrivateAddress extends Error {
  constructor(hostname: string) {
    super(`${hostname} is a private address`)
  }
}
