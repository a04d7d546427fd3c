import http from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Bench, openBench } from './test-bench'

let bench: Bench

beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

/** With any headers: `fetch` writes Host and Origin itself. */
function ask(method: string, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = http.request(bench.simulator.url + path, { method, headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    request.on('error', reject)
    request.end(method === 'GET' ? undefined : '{}')
  })
}

test('a name of somebody else that leads to this machine opens nothing', async () => {
  const { port } = bench.simulator
  for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1.evil.example', '10.0.0.7'])
    for (const path of ['/control/channels', '/control/ready', '/'])
      expect(await ask('GET', path, { host }), `${host}${path}`).toBe(403)
  for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`])
    expect(await ask('GET', '/control/ready', { host }), host).toBe(200)
})

test('a page of another site changes nothing, our own phone and programs do', async () => {
  const { port } = bench.simulator
  const host = `localhost:${port}`
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: `http://localhost:${port + 1}` },
    { origin: `https://${host}` },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]
  for (const headers of foreign)
    expect(
      await ask('POST', '/control/day/stop', { host, ...headers }),
      JSON.stringify(headers),
    ).toBe(403)
  const own = { origin: `http://${host}`, 'sec-fetch-site': 'same-origin' }
  for (const headers of [{}, own])
    expect(await ask('POST', '/control/day/stop', { host, ...headers })).toBe(200)
})
