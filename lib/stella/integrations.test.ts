import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { StellaConnection } from './call'
import { checkApis } from './check'
import { listIntegrations } from './integrations'

const TOKEN = 'canary/token+4711'
let server: http.Server | undefined

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

interface Asked {
  method: string
  path: string
  query: URLSearchParams
}

/** A Stella that answers as told. */
async function stella(answer: (asked: Asked) => { status: number; body: unknown }) {
  const asked: Asked[] = []
  server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://stella.invalid')
    const call = { method: request.method ?? '', path: url.pathname, query: url.searchParams }
    asked.push(call)
    const { status, body } = answer(call)
    request.resume()
    response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const connection: StellaConnection = {
    accessToken: TOKEN,
    botUrl: url,
    restUrl: url,
    fileUrl: url,
    responseKey: 'response',
    tokenParam: 'access_token',
  }
  return { connection, asked }
}

const LIST = { ok: 1, integrations: [{ _id: 'a', key: 1 }, { id: 'b' }, { none: true }, 'noise'] }

test.each([404, 405])('a list that answers GET with %i is asked for by POST', async (status) => {
  const { connection, asked } = await stella(({ method }) =>
    method === 'POST' ? { status: 200, body: LIST } : { status, body: 'Not here' },
  )
  const outcome = await listIntegrations(connection)
  expect(asked.map((call) => call.method)).toEqual(['GET', 'POST'])
  expect(outcome).toEqual({
    kind: 'ok',
    value: {
      method: 'POST',
      integrations: [
        { id: 'a', fields: { key: 1 } },
        { id: 'b', fields: {} },
      ],
    },
  })
})

test('a list that refuses for another reason is not asked for twice', async () => {
  const { connection, asked } = await stella(() => ({
    status: 403,
    body: { ok: 0, error: { message: 'No scope.' } },
  }))
  expect(await listIntegrations(connection)).toMatchObject({ kind: 'refused', status: 403 })
  expect(asked).toHaveLength(1)
})

test('a refusal that quotes our address never shows the token', async () => {
  const { connection } = await stella(({ path, query }) => ({
    status: 400,
    body: { ok: 0, error: { message: `${path}?${query} ${TOKEN}` } },
  }))
  const outcome = await listIntegrations(connection)
  expect(outcome).toMatchObject({ kind: 'refused' })
  expect(JSON.stringify(outcome)).not.toMatch(/4711/)
})

test('the check tells a missing scope, a refused token, a wrong address and a healthy API apart', async () => {
  const { connection } = await stella(({ path }) => {
    if (path === '/sendResponses') return { status: 403, body: { ok: 0, err: 'No scope.' } }
    if (path === '/member/live_chat') return { status: 404, body: '<h1>Not found</h1>' }
    if (path === '/member') return { status: 401, body: { ok: 0, error: { message: 'Bad token' } } }
    if (path === '/integrations') return { status: 200, body: LIST }
    return { status: 200, body: { ok: 0, error: { message: 'Not found.' } } }
  })
  const probes = await checkApis(connection)
  const stateOf = Object.fromEntries(probes.map((probe) => [probe.scope, probe.state]))
  expect(stateOf).toEqual({
    'bot:sendResponses': 'no-scope',
    'member:read': 'no-token',
    'member:write': 'wrong-address',
    'file:waGet': 'answers',
    'integration:read': 'answers',
    'integration:delete': 'answers',
    'integration:write': 'unchecked',
  })
  expect(probes.find((probe) => probe.scope === 'integration:read')).toMatchObject({
    dialect: 'GET /integrations',
    text: 'Answers with 2 integrations.',
  })
})

test('an API that takes the token under the other name is told apart from a bad token', async () => {
  const { connection, asked } = await stella(({ query }) =>
    query.has('accessToken')
      ? { status: 200, body: { ok: 0, err: 'Channel not found.' } }
      : { status: 401, body: { ok: 0, err: 'The access token is missing.' } },
  )
  const [send] = await checkApis(connection)
  expect(send).toMatchObject({ state: 'no-token', tokenParam: 'accessToken' })
  expect(send?.text).toContain('accessToken')
  const writing = asked.filter((call) => call.method === 'PUT')
  expect(writing, 'a check makes nothing').toEqual([])
})
