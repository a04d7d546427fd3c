import net from 'node:net'
import { bodyLimit } from '@/lib/http/body/body-limits'
import { paths } from '@/lib/paths'
import { newAccount, signInCookie } from '../support/accounts'
import { METHODS, ROUTES } from '../support/route-table'
import { expect, test } from '../support/test'

const SIGN_IN = '/api/auth/callback/credentials'
const MIB = 1024 * 1024

test.describe.configure({ timeout: 120_000 })

test('a stranger can make no route of the built app read a large body: 413, announced or not', async ({
  appUrl,
}) => {
  for (const route of Object.keys(ROUTES))
    for (const method of METHODS) {
      const address = route.replaceAll(/\[[^\]]+\]+/g, 'x')
      const limit = bodyLimit(method, address)
      const announced = await exchange(appUrl, method, address, `Content-Length: ${60 * MIB}\r\n`)
      expect(announced, `${method} ${address}`).toMatch(/^HTTP\/1.1 413 [\s\S]*"too_large"/)
      // What comes in pieces is asked for a sign-in or a signature first where much may come.
      const pieces = await exchange(appUrl, method, address, CHUNKED, chunk(limit + 1))
      const expected = limit > 16 * 1024 ? /^HTTP\/1.1 (413|401|404) / : /^HTTP\/1.1 413 /
      expect(pieces, `${method} ${address} in pieces`).toMatch(expected)
    }
})

test('somebody who is signed in is cut off at the limit of the route too', async ({
  playwright,
  appUrl,
}) => {
  const account = await newAccount(playwright, appUrl, 'admin')
  const cookie = await signInCookie(playwright, appUrl, account)
  const headers = { cookie, 'content-type': 'application/json' }
  const body = JSON.stringify({ tags: [], filler: 'x'.repeat(300_000) })
  const address = `${appUrl}/api/admin/tags`
  expect((await fetch(address, { method: 'PUT', headers, body })).status).toBe(413)
  const inPieces = { body: new Blob([body]).stream(), duplex: 'half' } as RequestInit
  const answer = await fetch(address, { method: 'PUT', headers, ...inPieces })
  expect(answer.status).toBe(413)
  expect((await answer.json()).error).toMatchObject({
    code: 'too_large',
    message: expect.stringContaining('256'),
  })
})

test('signing in takes a form and nothing else', async ({ request, appUrl }) => {
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
  const pair = { csrfToken, email: 'nobody@example.com', password: 'no password' }
  for (const [type, data] of [
    ['application/json', JSON.stringify(pair)],
    ['application/json', `[${'{},'.repeat(2_000)}{}]`],
    ['text/plain', 'x'],
    ['multipart/form-data; boundary=x', '--x--'],
    ['x/application/x-www-form-urlencoded', 'x=1'],
  ] as const) {
    const answer = await request.post(SIGN_IN, { headers: { 'Content-Type': type }, data })
    expect(answer.status(), type).toBe(415)
    expect((await answer.json()).error).toMatchObject({
      code: 'unsupported',
      message: expect.stringContaining('x-www-form-urlencoded'),
    })
  }
  const large = await request.post(SIGN_IN, { form: { ...pair, filler: 'x'.repeat(17_000) } })
  expect(large.status()).toBe(413)
  // A type that names both is a form, and read as one.
  const both = 'application/x-www-form-urlencoded; application/json'
  const form = new URLSearchParams({ ...pair, json: 'true' }).toString()
  const asForm = await request.post(SIGN_IN, { headers: { 'Content-Type': both }, data: form })
  expect(asForm.status()).toBe(401)
  const empty = await fetch(`${appUrl}${paths.api.join}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
  })
  expect(empty.status).toBe(400)
})

const CHUNKED = 'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n'

function chunk(size: number): string {
  return `${size.toString(16)}\r\n${'x'.repeat(size)}\r\n0\r\n\r\n`
}

/** What the server says to a request whose body never comes, or only in part. */
function exchange(appUrl: string, method: string, address: string, headers: string, body = '') {
  const { hostname, port } = new URL(appUrl)
  return new Promise<string>((resolve, reject) => {
    const socket = net.connect(Number(port), hostname)
    const timer = setTimeout(() => reject(new Error(`${method} ${address}: no answer`)), 10_000)
    let answer = ''
    const end = () => {
      clearTimeout(timer)
      socket.destroy()
      resolve(answer)
    }
    socket.on('data', (data) => {
      answer += data
      if (answer.includes('\r\n\r\n') && answer.includes('}')) end()
    })
    socket.on('error', () => {})
    socket.on('close', end)
    socket.write(`${method} ${address} HTTP/1.1\r\nHost: ${hostname}\r\n${headers}\r\n${body}`)
  })
}
