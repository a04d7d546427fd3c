import net from 'node:net'

/** How long a server may think about something that is no request. */
const ANSWER_MS_MAX = 10_000
/** After what was written, we say that nothing more will come: who waits for the rest must see that. */
const HALF_CLOSE_MS = 100

/** What is no HTTP, or HTTP only by half, each under a name; `path` is a webhook address that exists. */
export function malformedRequests(path: string): [name: string, bytes: string | Buffer][] {
  const post = (headers: string[], body = '') =>
    [`POST ${path} HTTP/1.1`, 'Host: inbox', ...headers, '', body].join('\r\n')
  return [
    ['nothing at all', ''],
    ['bytes of no protocol', Buffer.from([0, 1, 2, 3, 255, 254, 13, 10, 13, 10])],
    ['the greeting of TLS', Buffer.from('16030100c8010000c403030000', 'hex')],
    ['the greeting of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['a method that nobody knows', `NONSENSE ${path} HTTP/1.1\r\nHost: inbox\r\n\r\n`],
    ['a method of another kind', `PROPFIND ${path} HTTP/1.1\r\nHost: inbox\r\n\r\n`],
    ['a version of the future', `POST ${path} HTTP/9.9\r\nHost: inbox\r\n\r\n`],
    ['no version', `POST ${path}\r\n\r\n`],
    ['no host', `POST ${path} HTTP/1.1\r\n\r\n`],
    ['a space in the address', `POST ${path} x HTTP/1.1\r\nHost: inbox\r\n\r\n`],
    ['a zero byte in the address', `POST ${path}\u0000 HTTP/1.1\r\nHost: inbox\r\n\r\n`],
    ['an address of 100 KB', `POST /${'x'.repeat(100_000)} HTTP/1.1\r\nHost: inbox\r\n\r\n`],
    ['an address of percent signs', 'POST /%%%%/%zz HTTP/1.1\r\nHost: inbox\r\n\r\n'],
    ['the address of another server', 'POST http://elsewhere/ HTTP/1.1\r\nHost: inbox\r\n\r\n'],
    ['a way out of the tree', `GET ${path}/../../../../etc/passwd HTTP/1.1\r\nHost: inbox\r\n\r\n`],
    ['a header without a colon', post(['Nonsense'])],
    ['a header of 100 KB', post([`X: ${'x'.repeat(100_000)}`])],
    ['ten thousand headers', post(Array.from({ length: 10_000 }, (_, index) => `X-${index}: x`))],
    ['a zero byte in a header', post(['X: a\u0000b'])],
    ['a negative length', post(['Content-Length: -1'], '{}')],
    ['a length that is no number', post(['Content-Length: many'], '{}')],
    ['two lengths', post(['Content-Length: 2', 'Content-Length: 3'], '{}')],
    ['a length and chunks', post(['Content-Length: 2', 'Transfer-Encoding: chunked'], '0\r\n\r\n')],
    ['chunks that are none', post(['Transfer-Encoding: chunked'], 'zz\r\nnonsense\r\n')],
    ['an encoding that nobody knows', post(['Transfer-Encoding: nonsense'], '{}')],
    ['a body that breaks off', post(['Content-Length: 1000'], '{"from":')],
    ['chunks that break off', post(['Transfer-Encoding: chunked'], '5\r\n{"a"')],
    ['a length beyond the limit', post(['Content-Length: 99999999999'], '{}')],
    ['an upgrade to something else', post(['Connection: Upgrade', 'Upgrade: nonsense'])],
    ['nonsense after a request', `${post(['Content-Length: 2'], '{}')}nonsense\r\n\r\n`],
  ]
}

/**
 * The status that a server answers to these bytes; 0 when it closes the connection without one. Throws when it does
 * neither in time.
 */
export function statusOf(port: number, bytes: string | Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = net.connect(port, '127.0.0.1', () => {
      socket.write(bytes)
      setTimeout(() => socket.end(), HALF_CLOSE_MS)
    })
    const settle = () => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0))
    socket.setTimeout(ANSWER_MS_MAX, () => {
      socket.destroy()
      reject(new Error(`No answer in ${ANSWER_MS_MAX} ms; until then: ${answer.slice(0, 80)}`))
    })
    socket.on('data', (chunk) => {
      answer += chunk
    })
    // Refusing by a reset is an answer too; what was read before it counts.
    socket.once('error', settle)
    socket.once('close', settle)
  })
}
