import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

const HEADER = 'x-forwarded-for'

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

/** Leaves nothing but the client's address in the header, so that whoever reads it later reads the truth. */
export function nameClient(request: IncomingMessage, hops: number): void {
  const given = request.headers[HEADER]
  const forwarded = Array.isArray(given) ? given.join(',') : given
  const address = toClientAddress(forwarded, request.socket.remoteAddress ?? '', hops)
  request.headers[HEADER] = address
}

/**
 * Says once what to do about a header that is not believed: behind a proxy everybody would count as one. Whoever sends
 * the header can make it say so, and no more than that.
 */
export function forwardingNotice(hops: number, say: (text: string) => void) {
  let isSaid = hops > 0
  return (request: IncomingMessage) => {
    if (isSaid || !request.headers[HEADER]) return
    isSaid = true
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
