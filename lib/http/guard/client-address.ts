import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

const HEADER = 'x-forwarded-for'

/** What a proxy says of the address that the browser asked. */
const NAMES = ['x-forwarded-host', 'x-forwarded-proto'] as const
/** The same in other spellings, which we believe nobody. */
const UNREAD = ['forwarded', 'x-forwarded-port']

/** Ours, to our handlers: '1' when no proxy spoke for the client. What a client writes there is overwritten. */
export const DIRECT_HEADER = 'x-asked-directly'

/**
 * The address that a request comes from. With `hops` proxies of ours before us, each of which adds whom it was asked by,
 * it is the entry that the outermost of them wrote; what stands further left was written by the client itself, who may
 * write anything. Without proxies only the socket tells the truth. Text that is no address gives the socket's too.
 */
export function toClientAddress(
  forwarded: string | undefined,
  socketAddress: string,
  hops: number,
): string {
  const asked = [...(forwarded ?? '').split(',').filter((each) => each.trim()), socketAddress]
  const address = toAddress(asked[Math.max(0, asked.length - 1 - hops)] ?? '')
  return hops > 0 && isIP(address) ? address : toAddress(socketAddress)
}

/**
 * Leaves nothing in the headers but what is believed, so that whoever reads them later reads the truth: the client's
 * address, and the host and scheme that the outermost of our proxies was asked by. Without proxies, the connection's own.
 */
export function nameClient(request: IncomingMessage, hops: number): void {
  const { headers } = request
  const given = textOf(headers, HEADER)
  headers[DIRECT_HEADER] = given === undefined && headers.forwarded === undefined ? '1' : '0'
  headers[HEADER] = toClientAddress(given, request.socket.remoteAddress ?? '', hops)
  for (const name of NAMES) keep(headers, name, toBelieved(textOf(headers, name), hops))
  for (const name of UNREAD) delete headers[name]
}

/** Of a list that each proxy may have added to, the entry of our outermost one; undefined without proxies of ours. */
export function toBelieved(list: string | undefined, hops: number): string | undefined {
  const entries = (list ?? '').split(',').map((each) => each.trim())
  return (hops > 0 && entries[Math.max(0, entries.length - hops)]) || undefined
}

function textOf(headers: IncomingHttpHeaders, name: string): string | undefined {
  const given = headers[name]
  return Array.isArray(given) ? given.join(',') : given
}

function keep(headers: IncomingHttpHeaders, name: string, value: string | undefined) {
  if (value === undefined) delete headers[name]
  else headers[name] = value
}

/**
 * Says once what to do about a header that is not believed: behind a proxy everybody would count as one. Whoever sends
 * the header can make it say so, and no more than that.
 */
export function forwardingNotice(hops: number, say: (text: string) => void) {
  let isNoticed = hops > 0
  return (request: IncomingMessage) => {
    if (isNoticed || !request.headers[HEADER]) return
    isNoticed = true
    say(
      'A request came with X-Forwarded-For, which is not believed. If a proxy of yours stands before the inbox, set TRUSTED_PROXY_HOPS.',
    )
  }
}

/** Without a port, and an IPv4 address as itself: some proxies write 203.0.113.7:4711, [2001:db8::1]:80 or ::ffff:203.0.113.7. */
function toAddress(text: string): string {
  const bare = text.trim().replace(/^\[(.*)\](?::\d+)?$/, '$1')
  const withoutPort = bare.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
  return withoutPort.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
}
