import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AppError } from '@/lib/errors'
import { SecretCache } from '@/lib/inbox/channel/signing-secrets'
import type { Receiver } from '@/lib/inbox/log/receive-event'
import { Rejections } from '@/lib/inbox/log/rejections'
import { Appender } from '@/lib/log/append'
import { SECRET, testInbox } from '@/lib/log/testing'
import { type Runtime, shared } from '@/lib/shared-runtime'
import { sign } from '@/lib/stella/signature/signature'
import { byRoute, bySocket, type Carrier, openSocket, type Sent } from './testing'

const inbox = testInbox()
let receiver: Receiver
let path = ''
let channelId = ''
let close = () => {}

beforeAll(async () => {
  const { sql } = inbox.ctx
  receiver = {
    appender: new Appender(sql),
    secrets: new SecretCache(inbox.ctx),
    rejections: new Rejections(sql, () => {}),
    wake: () => {},
  }
  const channel = await inbox.channel()
  path = channel.webhookPath
  channelId = channel.id
  close = await openSocket()
})
afterAll(async () => {
  shared.runtime = undefined
  close()
  await receiver.rejections.stop()
})

function signed(text: string, more: Partial<Sent> = {}): Sent {
  const body = Buffer.from(text)
  const headers = { 'X-Stella-Signature': sign(SECRET, body), 'User-Agent': 'Stella' }
  return { path, body, headers, ...more }
}

function signedBy(signature: string | undefined): Sent {
  return signed('{}', {
    headers: signature === undefined ? {} : { 'X-Stella-Signature': signature },
  })
}

/** The inbox with one thing in it that can't take a delivery now. */
const unable = (append: () => Promise<void>) => () =>
  ({ ...receiver, appender: { append } }) as unknown as Receiver
const full = unable(() => {
  throw new AppError('unavailable', 'Too many events are waiting to be stored.')
})
const broken = unable(() => Promise.reject(new TypeError('nobody thought of this')))

interface Case {
  name: string
  sent: () => Sent
  /** What there is to receive it; the inbox as it is where none is named. */
  by?: () => Receiver | undefined
  answer: [status: number, code: string, words: string]
}

const MIB = 1024 * 1024
const NOWHERE = 'There is no such webhook address.'

const TAKEN: Pick<Case, 'name' | 'sent'>[] = [
  { name: 'good', sent: () => signed('{"hello":"世界"}') },
  { name: 'with a query', sent: () => signed('{}', { path: `${path}?from=stella` }) },
  { name: 'broken JSON', sent: () => signed('{"hello":') },
  { name: 'no bytes at all', sent: () => signed('') },
  { name: 'a NUL', sent: () => signed('\u0000') },
  { name: 'as large as may be', sent: () => signed('x'.repeat(MIB)) },
]

const UNSIGNED: [string, () => string | undefined][] = [
  ['a wrong signature', () => sign('another secret', Buffer.from('{}'))],
  ['no signature', () => undefined],
  ['a malformed signature', () => 'nonsense'],
  [
    'a signature in hex',
    () => Buffer.from(sign(SECRET, Buffer.from('{}')), 'base64').toString('hex'),
  ],
]

const REFUSED: Case[] = [
  ...UNSIGNED.map(([name, signature]): Case => {
    const words = 'The signature does not belong to this body.'
    return { name, sent: () => signedBy(signature()), answer: [401, 'unauthenticated', words] }
  }),
  {
    name: 'an unknown channel',
    sent: () => signed('{}', { path: `/api/webhooks/${randomUUID()}` }),
    answer: [404, 'not_found', NOWHERE],
  },
  {
    name: 'an address that is no id',
    sent: () => signed('{}', { path: '/api/webhooks/no-uuid' }),
    answer: [404, 'not_found', NOWHERE],
  },
  {
    name: 'too large',
    sent: () => signed('x'.repeat(MIB + 1)),
    answer: [413, 'too_large', 'The request is larger than 1 MB.'],
  },
  {
    name: 'a full queue',
    sent: () => signed('{}'),
    by: full,
    answer: [503, 'unavailable', 'Too many events are waiting to be stored.'],
  },
  {
    name: 'a fault of ours',
    sent: () => signed('{}'),
    by: broken,
    answer: [503, 'unavailable', 'The event could not be stored. Send it again.'],
  },
  {
    name: 'while the inbox starts',
    sent: () => signed('{}'),
    by: () => undefined,
    answer: [503, 'unavailable', 'The inbox is starting. Try again in a moment.'],
  },
]

const CARRIERS: [string, Carrier][] = [
  ['the server before Next', bySocket],
  ['the route', byRoute],
]

describe.each(CARRIERS)('by %s', (_, carry) => {
  test.each(TAKEN)('$name is 200, and its exact bytes are in the log', async ({ sent }) => {
    const request = sent()
    const before = await deliveriesOf(request.body)
    expect(await tell(carry, request)).toEqual({ status: 200, retryAfter: null, body: '{"ok":1}' })
    // What was delivered before is a repeat: the same row says how often it came.
    expect(await deliveriesOf(request.body)).toBe(before + 1)
    expect(await carry(request)).toMatchObject({ status: 200, body: '{"ok":1}' })
    expect(await deliveriesOf(request.body)).toBe(before + 2)
  })

  test.each(REFUSED)(
    '$name is refused in words, and leaves nothing',
    async ({ sent, by, answer }) => {
      const before = await countRows()
      const [status, code, message] = answer
      expect(await tell(carry, sent(), by)).toEqual({
        status,
        retryAfter: status === 503 ? '2' : null,
        body: JSON.stringify({ error: { code, message } }),
      })
      expect(await countRows()).toBe(before)
    },
  )

  test('the headers worth keeping stay with the bytes, and no others', async () => {
    const sent = signed(`kept by ${carry.name}`)
    await tell(carry, { ...sent, headers: { ...sent.headers, Cookie: 'nobody=business' } })
    const [row] = await inbox.ctx.sql<{ headers: Record<string, string> }[]>`
      select headers from events where channel_id = ${channelId} and body = ${sent.body}`
    expect(row?.headers).toMatchObject({
      'user-agent': 'Stella',
      'x-stella-signature': sign(SECRET, sent.body),
    })
    expect(row?.headers).not.toHaveProperty('cookie')
  })

  test('a body that ends early is refused, and leaves nothing', async () => {
    const before = await countRows()
    const { status, body } = await tell(carry, signed('{"hello":"world"}', { cutAt: 5 }))
    expect([status, JSON.parse(body).error.code]).toEqual([400, 'invalid'])
    expect(await countRows()).toBe(before)
  })

  test.each(['GET', 'PUT', 'DELETE'])('%s is no delivery: Next answers it', async (method) => {
    expect((await tell(carry, signed('', { method }))).status).toBe(405)
  })
})

/** What every answer says of itself is looked at by the way. */
async function tell(carry: Carrier, sent: Sent, by: Case['by'] = () => receiver) {
  const given = by()
  // The webhook needs nothing else of the runtime.
  shared.runtime = given && ({ receiver: given } as Runtime)
  const { status, headers, body } = await carry(sent)
  if (status !== 405) {
    expect(headers.get('content-type')).toBe('application/json')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-length')).toBe(String(Buffer.byteLength(body)))
  }
  return { status, retryAfter: headers.get('retry-after'), body }
}

async function deliveriesOf(body: Buffer): Promise<number> {
  const [row] = await inbox.ctx.sql<{ deliveries: number }[]>`
    select deliveries from events where channel_id = ${channelId} and body = ${body}`
  return row?.deliveries ?? 0
}

async function countRows(): Promise<number> {
  const [row] = await inbox.ctx.sql<{ count: number }[]>`
    select count(*)::int as count from events where kind = 'webhook'`
  return row?.count ?? 0
}
