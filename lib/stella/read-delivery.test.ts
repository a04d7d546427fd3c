import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as documents from './fixtures/documents'
import { readDelivery } from './read-delivery'

const CONTEXT = {
  platform: 'whatsapp' as const,
  externalId: '85268227287',
  receivedAt: Date.UTC(2026, 10, 21),
}

function read(body: unknown) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return readDelivery(Buffer.from(text), CONTEXT)
}

test('raw and normalized text of the documents mean the same line', () => {
  const raw = read(documents.RAW_TEXT).facts[0]
  const normalized = read(documents.NORMALIZED_TEXT).facts[0]
  expect(raw).toMatchObject({
    type: 'inbound',
    source: 'raw',
    memberExternalId: '85260903521',
    platformMessageId: 'ABGGhSYJA1IfAgo6qRe8bWPLEpxD',
    at: 1_599_536_864_000,
    profileName: 'Roy',
    content: { type: 'text', text: 'Hello' },
  })
  expect(normalized).toMatchObject({ type: 'inbound', source: 'normalized' })
  expect(keyOf(normalized)).toBe(keyOf(raw))
})

test('raw and normalized video of the documents share the media id and no time', () => {
  const raw = read(documents.RAW_VIDEO).facts[0]
  const normalized = read(documents.NORMALIZED_VIDEO).facts[0]
  expect(keyOf(normalized)).toBe(keyOf(raw))
  expect(raw).toMatchObject({ timeless: true, media: [{ kind: 'video' }] })
})

test('deauthorize is one fact about the account', () => {
  expect(read(documents.DEAUTHORIZE).facts).toEqual([
    { type: 'deauthorized', account: 'account-id' },
  ])
})

test.each([
  ['BOT', 'bot'],
  ['MANUAL', 'api'],
  ['RELAY', 'relay'],
] as const)('an outbound %s event is a line of author %s to the member', (type, author) => {
  expect(read(documents.outbound(type)).facts).toMatchObject([
    { type: 'outbound', author, memberExternalId: '85260903521', at: 1_599_093_015_000 },
  ])
})

test('a RELAY event that goes to the channel’s own number is a line of the member', () => {
  const relayed = documents.outbound('RELAY', { from: '85260903521', to: '85268227287' })
  expect(read(relayed).facts).toMatchObject([{ type: 'inbound', memberExternalId: '85260903521' }])
})

test('one malformed element of a body does not lose the good ones beside it', () => {
  const good = { from: '1', id: 'a', timestamp: '1599536864', type: 'text', text: { body: 'hi' } }
  const reading = read({ messages: [null, good, 7, { type: 'text' }] })
  expect(reading.facts).toHaveLength(1)
  expect(reading.problems).toHaveLength(3)
})

test('every line of a body has a place of its own, also in an array of bodies', () => {
  const body = (id: string) => ({
    messages: [{ from: '1', id, timestamp: '1599536864', type: 'text', text: { body: id } }],
  })
  const { facts } = read([body('a'), body('b'), body('c')])
  expect(facts.map((fact) => 'place' in fact && fact.place)).toEqual([0, 1, 2])
})

test('an unknown type of message keeps its place as an unknown line', () => {
  const reading = read({ messages: [{ from: '1', id: 'a', timestamp: '1', type: 'hologram' }] })
  expect(reading.facts).toMatchObject([{ content: { type: 'unknown', label: 'hologram' } }])
})

test('numbers where strings belong are read as the ids they are', () => {
  const reading = read({
    messages: [
      { from: 85260000000, id: 12, timestamp: 1599536864, type: 'text', text: { body: 'x' } },
    ],
  })
  expect(reading.facts).toMatchObject([
    { memberExternalId: '85260000000', platformMessageId: '12', at: 1_599_536_864_000 },
  ])
})

test('reply buttons of the bot are a line with choices', () => {
  const event = documents.outbound('BOT', {
    type: 'WHATSAPP_REPLY_BUTTONS',
    data: {
      body: { text: 'Pick one' },
      action: { buttons: [{ type: 'reply', reply: { payload: 'YES', title: 'Yes' } }] },
    },
  })
  expect(read(event).facts).toMatchObject([
    { content: { type: 'text', text: 'Pick one', choices: ['Yes'] } },
  ])
})

test.each([
  ['empty arrays', { messages: [], statuses: [] }],
  ['an empty array', []],
])('%s are ignored by a named rule', (_, body) => {
  const reading = read(body)
  expect(reading.facts).toEqual([])
  expect(reading.problems).toEqual([])
  expect(reading.ignored).not.toEqual([])
})

test.each([
  ['no JSON', '{"from":'],
  ['nothing', ''],
  ['a bare number', '7'],
  ['null', 'null'],
  ['an unknown object', '{"hello":"world"}'],
  ['a megabyte of nesting', '['.repeat(524_288) + ']'.repeat(524_288)],
  [
    'deep data',
    `{"from":"1","to":"2","type":"TEXT","data":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`,
  ],
])('%s gives a reading in words, never an exception', (_, body) => {
  const reading = read(body)
  expect(reading.facts.length + reading.problems.length + reading.ignored.length).toBeGreaterThan(0)
})

test('text never holds what Postgres refuses: NULs and lone surrogates', () => {
  const reading = readDelivery(
    Buffer.from(
      '{"from":"1","to":"2","timestamp":"1","type":"TEXT","data":{"text":"a\\u0000b\\ud800c"}}',
    ),
    CONTEXT,
  )
  expect(reading.facts).toMatchObject([{ content: { text: 'a\uFFFDb\uFFFDc' } }])
})

test('any bytes and any JSON give a reading', () => {
  const check = (bytes: Uint8Array) => {
    const reading = readDelivery(bytes, CONTEXT)
    expect(
      reading.facts.length + reading.problems.length + reading.ignored.length,
    ).toBeGreaterThanOrEqual(1)
  }
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), check))
  fc.assert(fc.property(fc.json(), (json) => check(Buffer.from(json))))
})

test('a body of the documents with anything in place of any value gives a reading', () => {
  const bodies = [documents.RAW_TEXT, documents.RAW_VIDEO, documents.NORMALIZED_TEXT].map((text) =>
    JSON.parse(text),
  )
  bodies.push(documents.outbound('BOT'), documents.DEAUTHORIZE)
  fc.assert(
    fc.property(fc.constantFrom(...bodies), fc.nat(), fc.jsonValue(), (body, index, value) => {
      const paths = pathsOf(body)
      const changed = replaceAt(body, paths[index % paths.length] ?? [], value)
      expect(() => read(changed)).not.toThrow()
    }),
    { numRuns: 2_000 },
  )
})

function keyOf(fact: ReturnType<typeof read>['facts'][number] | undefined) {
  return fact && 'contentKey' in fact ? fact.contentKey : undefined
}

function pathsOf(value: unknown, at: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [at]
  return [at, ...Object.entries(value).flatMap(([key, each]) => pathsOf(each, [...at, key]))]
}

function replaceAt(value: unknown, [key, ...rest]: string[], next: unknown): unknown {
  if (key === undefined) return next
  if (Array.isArray(value))
    return value.map((each, index) => (String(index) === key ? replaceAt(each, rest, next) : each))
  return Object.fromEntries(
    Object.entries(value as object).map(([name, each]) => [
      name,
      name === key ? replaceAt(each, rest, next) : each,
    ]),
  )
}

test('a body that names an account and says anything else disconnects nothing', () => {
  const account = { account: 'account-id', timestamp: 1599527673000 }
  const others = [
    { statuses: [{ id: 'm', status: 'read', timestamp: '1599536864' }] },
    { object: 'whatsapp_business_account', entry: [] },
    { update_id: 7, poll: {} },
    { type: 'url_verification', challenge: 'c' },
    { MsgType: 'event', FromUserName: 'o', Event: 'VIEW' },
  ]
  for (const other of others) {
    const { name, facts } = read(JSON.stringify({ ...account, ...other }))
    expect(name).not.toBe('deauthorize')
    expect(facts.filter((fact) => fact.type === 'deauthorized')).toEqual([])
  }
  expect(read(JSON.stringify(account)).facts).toMatchObject([{ type: 'deauthorized' }])
})
