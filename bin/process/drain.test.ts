import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { Drain } from './drain'

const servers: http.Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.closeAllConnections()
})

/** A server whose answers to `/slow` are given by hand. */
async function open() {
  const waiting: http.ServerResponse[] = []
  const server = http.createServer((request, response) => {
    drain.note(response)
    if (request.url === '/slow') waiting.push(response)
    else response.end('done')
  })
  const drain = new Drain(server)
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { drain, waiting, ask: (path: string) => ask(port, path) }
}

/** Each over a connection that is kept for the next one. */
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })

async function ask(port: number, path: string) {
  const request = http.get({ host: '127.0.0.1', port, path, agent })
  const [response] = (await once(request, 'response')) as [http.IncomingMessage]
  response.setEncoding('utf8')
  let text = ''
  for await (const piece of response) text += piece
  return { text, connection: response.headers.connection }
}

test('what is under way is answered, and its connection is not kept', async () => {
  const { drain, waiting, ask } = await open()
  const answer = ask('/slow')
  await expect.poll(() => waiting.length).toBe(1)
  let isOver = false
  const ending = drain.end().then(() => {
    isOver = true
  })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(isOver).toBe(false)
  waiting[0]?.end('late')
  expect(await answer).toEqual({ text: 'late', connection: 'close' })
  await ending
})

test('where nothing is under way it is over at once, kept connections included, and nobody new is let in', async () => {
  const { drain, ask } = await open()
  expect((await ask('/quick')).connection).toBe('keep-alive')
  await drain.end()
  await expect(ask('/quick')).rejects.toThrow()
})
