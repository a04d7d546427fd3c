import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import { reason } from '@/lib/i18n/reason'
import type { StellaConnection } from './call'
import { checkApis } from './check'
import { fetchIntegrations } from './integration-calls'

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
  body: unknown
}

/** A Stella that answers as told. */
async function stella(answer: (asked: Asked) => { status: number; body: unknown }) {
  const asked: Asked[] = []
  server = http.createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://stella.invalid')
    const words = await text(request)
    const body: unknown = words ? JSON.parse(words) : undefined
    const { pathname: path, searchParams: query } = url
    const call = { method: request.method ?? '', path, query, body }
    asked.push(call)
    const given = answer(call)
    response
      .writeHead(given.status)
      .end(typeof given.body === 'string' ? given.body : JSON.stringify(given.body))
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
    allowPrivate: true,
  }
  return { connection, asked }
}

const LIST = { ok: 1, integrations: [{ _id: 'a', key: 1 }, { id: 'b' }, { none: true }, 'noise'] }

test.each([404, 405])('a list that answers GET with %i is asked for by POST', async (status) => {
  const { connection, asked } = await stella(({ method }) =>
    method === 'POST' ? { status: 200, body: LIST } : { status, body: 'Not here' },
  )
  const outcome = await fetchIntegrations(connection)
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
  expect(await fetchIntegrations(connection)).toMatchObject({ kind: 'refused', status: 403 })
  expect(asked).toHaveLength(1)
})

test('a refusal that quotes our address never shows the token', async () => {
  const { connection } = await stella(({ path, query }) => ({
    status: 400,
    body: { ok: 0, error: { message: `${path}?${query} ${TOKEN}` } },
  }))
  const outcome = await fetchIntegrations(connection)
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
    // The name of the array: who may not send learns nothing of it.
    '': 'unchecked',
  })
  expect(probes.find((probe) => probe.scope === 'integration:read')).toMatchObject({
    dialect: 'GET /integrations',
    text: reason('connection.check.integrations', { count: 2 }),
  })
})

test('a token and a scope that are refused with 200 and ok: 0 are recognised by their words', async () => {
  const { connection } = await stella(({ path }) => {
    const words =
      path === '/member'
        ? 'The access token is not valid.'
        : 'Insufficient permission for this call.'
    return { status: 200, body: { ok: 0, err: words } }
  })
  const probes = await checkApis(connection)
  const stateOf = Object.fromEntries(probes.map((probe) => [probe.scope, probe.state]))
  expect(stateOf).toMatchObject({
    'member:read': 'no-token',
    'bot:sendResponses': 'no-scope',
    'integration:read': 'no-scope',
  })
})

const ARRAY_WORDS = {
  none: 'response is required',
  empty: 'response must hold at least one message',
}

test.each([
  [
    'that name alone',
    ['response'],
    'answers',
    reason('connection.check.keyRight', { key: 'response' }),
  ],
  [
    'the other name alone',
    ['responses'],
    'wrong-setting',
    reason('connection.check.keyWrong', { key: 'response', other: 'responses' }),
  ],
  [
    'both names',
    ['response', 'responses'],
    'answers',
    reason('connection.check.keyBoth', { key: 'response' }),
  ],
  [
    'neither before the channel',
    [],
    'unchecked',
    reason('connection.check.keySame', { key: 'response' }),
  ],
])('where Stella looks for %s, the check says so', async (_what, known, state, text) => {
  const { connection } = await stella(({ path, body }) => {
    const isKnown = known.some((key) => Object.hasOwn(Object(body), key))
    const err = isKnown ? ARRAY_WORDS.empty : ARRAY_WORDS.none
    return { status: 200, body: path === '/sendResponses' ? { ok: 0, err } : { ok: 0, err: 'No.' } }
  })
  const probes = await checkApis(connection)
  const found = probes.find(({ id }) => id === 'arrayKey')
  expect(found).toMatchObject({ state, text })
})

test('an API that takes the token under the other name is told apart from a bad token', async () => {
  const { connection, asked } = await stella(({ query }) =>
    query.has('accessToken')
      ? { status: 200, body: { ok: 0, err: 'Channel not found.' } }
      : { status: 401, body: { ok: 0, err: 'The access token is missing.' } },
  )
  const [send] = await checkApis(connection)
  expect(send).toMatchObject({ state: 'no-token', tokenParam: 'accessToken' })
  expect(send?.text).toEqual(reason('connection.check.otherTokenName', { name: 'accessToken' }))
  const writing = asked.filter((call) => call.method === 'PUT')
  expect(writing, 'a check makes nothing').toEqual([])
})
