import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { translatorFor } from '@/lib/i18n/catalogues'
import { reason } from '@/lib/i18n/reason'
import { answerSockets } from '../webhook/answer-socket'
import { sealAnswer } from './answer-headers'
import { refuseRequest, straighten } from './refuse-request'

/** As bin/process/serve.ts puts them together; what is not refused says what a handler would have been asked. */
const server = http.createServer((request, response) => {
  straighten(request)
  sealAnswer(request, response, true)
  if (!refuseRequest(request, response)) response.end(`${request.headers.host} ${request.url}`)
})
answerSockets(server, true)

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => new Promise((resolve) => server.close(resolve)))

/** Everything that comes back for these bytes, until the server or we hang up. */
function send(bytes: string): Promise<string> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = net.connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.setEncoding('utf8')
    socket.on('data', (part: string) => {
      answer += part
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
  })
}

/** One request of a client that hangs up after it. */
const ask = (line: string) => send(`${line}\r\nHost: inbox.example\r\nConnection: close\r\n\r\n`)
const statusOf = (answer: string) => Number(answer.split(' ')[1])

test('an address with broken percent-encoding is refused in words, every other goes on', async () => {
  for (const path of [
    '/%',
    '/api/webhooks/%zz',
    '/api/conversations/%E4%BD',
    '//evil.example/',
    '/\\x',
    'x',
  ])
    expect(statusOf(await ask(`GET ${path} HTTP/1.1`)), path).toBe(400)
  for (const path of ['/', '/api/conversations?q=%', '/%E4%BD%A0', '/a%20b'])
    expect(await ask(`GET ${path} HTTP/1.1`), path).toContain(`inbox.example ${path}`)
})

test('a whole address asks for its path on its host; one of another kind is refused', async () => {
  const answer = await ask('GET http://other.example:81/api/me?x=1 HTTP/1.1')
  expect(answer).toContain('other.example:81 /api/me?x=1')
  for (const target of ['ftp://inbox.example/', 'http://', 'javascript:alert(1)'])
    expect(statusOf(await ask(`GET ${target} HTTP/1.1`)), target).toBe(400)
})

test('methods that an address never takes are refused with those that it may', async () => {
  const cases: [string, number, string][] = [
    ['TRACE /', 405, 'GET, HEAD, OPTIONS'],
    ['TRACE /api/me', 405, 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'],
    ['POST /inbox', 405, 'GET, HEAD, OPTIONS'],
    ['PROPFIND /', 405, 'GET, HEAD, OPTIONS'],
    ['OPTIONS /', 204, 'GET, HEAD, OPTIONS'],
    ['OPTIONS *', 204, 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'],
    ['GET *', 400, ''],
    ['CONNECT inbox.example:443', 405, 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'],
  ]
  for (const [asked, status, allow] of cases) {
    const answer = await ask(`${asked} HTTP/1.1`)
    expect(statusOf(answer), asked).toBe(status)
    if (allow) expect(answer, asked).toContain(`Allow: ${allow}\r\n`)
  }
})

test('a refusal is in the language that the browser asks for', async () => {
  const answer = await send(
    'POST /inbox HTTP/1.1\r\nHost: a\r\nAccept-Language: zh-HK\r\nConnection: close\r\n\r\n',
  )
  expect(answer).toContain(translatorFor('zh-HK').say(reason('failure.methodNotAllowed')))
})

test('who expects what nobody knows is told so', async () => {
  const answer = await send('GET / HTTP/1.1\r\nHost: a\r\nExpect: tea\r\nConnection: close\r\n\r\n')
  expect(statusOf(answer)).toBe(417)
  expect(answer).toContain('X-Content-Type-Options: nosniff')
})

test('what is no HTTP at all is answered in words, with the headers of every answer', async () => {
  const cases: [string, number][] = [
    ['nonsense\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\nHost: a\r\nbad header\r\n\r\n', 400],
    ['BREW / HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n', 400],
  ]
  for (const [bytes, status] of cases) {
    const answer = await send(bytes)
    expect(statusOf(answer), bytes.slice(0, 40)).toBe(status)
    expect(answer).toContain('"message":"')
    expect(answer).toContain('X-Content-Type-Options: nosniff')
    expect(answer).toContain('Strict-Transport-Security: max-age=31536000')
  }
})
