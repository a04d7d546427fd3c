import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { refuseAddress } from './refuse-address'

test('an address with broken percent-encoding is refused in words, every other goes on', async () => {
  const server = http.createServer((request, response) => {
    if (!refuseAddress(request, response)) response.writeHead(204).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const statusOf = (path: string) =>
    new Promise<number>((resolve, reject) => {
      http
        .get({ host: '127.0.0.1', port, path }, (response) => {
          response.resume()
          resolve(response.statusCode ?? 0)
        })
        .on('error', reject)
    })
  for (const path of ['/%', '/api/webhooks/%zz', '/api/conversations/%E4%BD'])
    expect(await statusOf(path), path).toBe(400)
  for (const path of ['/', '/api/conversations?q=%', '/%E4%BD%A0', '/a%20b'])
    expect(await statusOf(path), path).toBe(204)
  server.close()
})
