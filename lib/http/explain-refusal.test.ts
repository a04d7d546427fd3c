import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { explainRefusals } from './explain-refusal'

/** Answers as Next would: `/api/405` with that status, and with the words given as `?said=`. */
const server = http.createServer((request, response) => {
  explainRefusals(request, response)
  const url = new URL(request.url ?? '', 'http://inbox')
  response.statusCode = Number(url.pathname.split('/').at(-1))
  const words = url.searchParams.get('said')
  if (words) response.setHeader('content-type', 'text/plain')
  // As compression does: the head first.
  if (url.searchParams.has('head')) response.writeHead(response.statusCode)
  if (words) response.write(words)
  response.end()
})
let origin = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

test('a refusal of the API that has no words gets some', async () => {
  for (const [status, code, query] of [
    [405, 'not_allowed', ''],
    [405, 'not_allowed', '?head'],
    [400, 'invalid', ''],
  ] as const) {
    const response = await fetch(`${origin}/api/${status}${query}`, { method: 'DELETE' })
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(await response.json()).toEqual({
      error: { code, message: expect.stringMatching(/\w \w/) },
    })
  }
})

test('what has words, what is no refusal, and what is no API stay as they are', async () => {
  for (const [path, expected] of [
    ['/api/405?said=Own+words', 'Own words'],
    ['/api/204', ''],
    ['/pages/405', ''],
  ] as const)
    expect(await (await fetch(`${origin}${path}`)).text(), path).toBe(expected)
  expect(await (await fetch(`${origin}/api/405`, { method: 'HEAD' })).text()).toBe('')
})
