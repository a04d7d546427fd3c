import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'

/**
 * Why a call is none of this machine's own; undefined when it is. The simulator listens on loopback and asks for no
 * sign-in, so the pages of the web that a developer has open must not reach it: neither under a name of theirs that leads
 * here (`Host`), nor across sites (`Origin`, `Sec-Fetch-Site`). Programs send neither of the latter two.
 */
export function strangerBecause(
  method: string,
  headers: IncomingHttpHeaders,
  listensOn: string,
): string | undefined {
  const { host = '', origin } = headers
  if (!isOurs(host, listensOn)) return `This is not ${host || 'a nameless host'}.`
  if (method === 'GET' || method === 'HEAD') return undefined
  const site = headers['sec-fetch-site'] ?? 'none'
  const isOwn = origin === undefined || origin === `http://${host}`
  if (isOwn && (site === 'same-origin' || site === 'none')) return undefined
  return 'This call came from another site.'
}

/** By any name of loopback, or by the name that it was told to listen on. */
function isOurs(host: string, listensOn: string): boolean {
  if (!URL.canParse(`http://${host}`)) return false
  const name = new URL(`http://${host}`).hostname.replace(/^\[(.*)\]$/, '$1')
  const isLoopback = name === 'localhost' || name === '::1' || (isIP(name) && /^127\./.test(name))
  return Boolean(isLoopback) || name === listensOn
}
