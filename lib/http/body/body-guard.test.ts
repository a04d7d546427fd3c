import { readdirSync, readFileSync } from 'node:fs'
import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { guardBody, isTooLarge } from './body-guard'
import { bodyLimit } from './body-limits'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const
const HELD = 16 * 1024
const CHUNKED = 'Transfer-Encoding: chunked\r\n'

vi.setConfig({ testTimeout: 60_000 })

/** What reached the handler behind the guard. */
const handled: { bytes: number }[] = []
const server = http.createServer(answer)
let port = 0

beforeAll(async () => {
  server.on('checkContinue', (request, response) => {
    if (!isTooLarge(request)) response.writeContinue()
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
beforeEach(() => {
  handled.length = 0
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

function answer(request: http.IncomingMessage, response: http.ServerResponse) {
  guardBody(request, response, async () => {
    const one = { bytes: 0 }
    handled.push(one)
    for await (const chunk of request) one.bytes += chunk.length
    response.end('handled')
  })
}

const addresses = [...routesIn('app'), '/', '/sign-in', '/inbox/x.html', '/_next/x', '/nowhere']

test('no address takes a byte more than it needs: what announces more is 413 without being read', async () => {
  expect(addresses.length).toBeGreaterThan(60)
  await forEach(cases(), async ([method, address, limit]) => {
    const announced = `Content-Length: ${limit + 1}\r\n`
    // Nothing of the body is ever sent: who waited for it would wait for ever.
    const answer = await exchange(method, address, announced)
    expect(answer, `${method} ${address}`).toMatch(/^HTTP\/1.1 413 .*Connection: close/s)
  })
  expect(handled).toEqual([])
})

test('nor when the size is not announced', async () => {
  const held = cases().filter(([, , limit]) => limit <= HELD)
  await forEach(held, async ([method, address, limit]) => {
    const answer = await exchange(method, address, CHUNKED, chunk(limit + 1))
    expect(answer, `${method} ${address}`).toMatch(/^HTTP\/1.1 413 /)
  })
  expect(handled).toEqual([])
})

test('what fits is handed on whole, announced or in pieces', async () => {
  const small = cases().filter(([, , limit]) => limit <= 300_000)
  let bytes = 0
  await forEach(small, async ([method, address, limit]) => {
    const whole = 'x'.repeat(limit)
    const pieces = `${chunk(limit / 2)}${chunk(limit / 2)}0\r\n\r\n`
    for (const answer of [
      await exchange(method, address, `Content-Length: ${limit}\r\n`, whole),
      await exchange(method, address, CHUNKED, pieces),
    ])
      expect(answer, `${method} ${address}`).toMatch(/^HTTP\/1.1 200 /)
    bytes += 2 * limit
  })
  expect(handled.length).toBe(2 * small.length)
  expect(handled.reduce((sum, each) => sum + each.bytes, 0)).toBe(bytes)
})

test('who goes on sending without end is cut off', async () => {
  const socket = net.connect(port, '127.0.0.1')
  socket.on('error', () => {})
  const gone = new Promise((resolve) => socket.once('close', resolve))
  socket.write('POST /api/setup HTTP/1.1\r\nHost: inbox\r\nTransfer-Encoding: chunked\r\n\r\n')
  const sending = setInterval(() => socket.write(chunk(64 * 1024)), 5)
  await gone
  clearInterval(sending)
  expect(handled).toEqual([])
})

test('who asks first is told before they send', async () => {
  const head = 'Content-Length: 9000000\r\nExpect: 100-continue\r\n'
  expect(await exchange('POST', '/api/setup', head)).toMatch(/^HTTP\/1.1 413 /)
  const small = 'Content-Length: 2\r\nExpect: 100-continue\r\n'
  expect(await exchange('POST', '/api/setup', small, '{}')).toMatch(/^HTTP\/1.1 100 .*handled/s)
})

test('every method that reads a body has its limit in the table, and no other', () => {
  const reading = routeFiles('app').flatMap((file) => {
    const source = readFileSync(path.join('app', file), 'utf8')
    if (/\bhandle\b/.test(source)) return [`POST ${toAddress(file)}`]
    return source
      .split(/^export const /m)
      .slice(1)
      .filter((block) => /\b(readJson|readBytes|streamBody|answerDelivery)\(/.test(block))
      .map((block) => `${block.split(' ', 1)[0]} ${toAddress(file)}`)
  })
  const limited = cases()
    .filter(([, , limit]) => limit > 2)
    .map(([method, address]) => `${method} ${address}`)
  expect(limited.sort()).toEqual(reading.sort())
})

type Case = [method: string, address: string, limit: number]

function cases(): Case[] {
  return addresses.flatMap((address) =>
    METHODS.map((method): Case => [method, address, bodyLimit(method, address)]),
  )
}

async function forEach(all: Case[], look: (one: Case) => Promise<void>) {
  for (let start = 0; start < all.length; start += 50)
    await Promise.all(all.slice(start, start + 50).map(look))
}

/** Everything the server says to a request, until it ends the connection or has answered. */
function exchange(method: string, address: string, headers: string, body = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1')
    let answer = ''
    const timer = setTimeout(() => reject(new Error(`${method} ${address}: no answer`)), 20_000)
    socket.on('data', (chunk) => {
      answer += chunk
      if (/^HTTP\/1.1 [2-5]/m.test(answer)) {
        clearTimeout(timer)
        socket.destroy()
        resolve(answer)
      }
    })
    socket.on('error', () => {})
    socket.write(`${method} ${address} HTTP/1.1\r\nHost: inbox\r\n${headers}\r\n${body}`)
  })
}

function chunk(size: number): string {
  return `${size.toString(16)}\r\n${'x'.repeat(size)}\r\n`
}

function routesIn(folder: string): string[] {
  return routeFiles(folder).map(toAddress)
}

function routeFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => path.basename(file) === 'route.ts',
  )
}

function toAddress(file: string): string {
  return `/${path.dirname(file).split(path.sep).join('/')}`
}
