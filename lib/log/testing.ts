import { createHash } from 'node:crypto'
import { afterAll, beforeAll } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/bin/test/test-database'
import { addChannel } from '@/lib/admin/channel/add-channel'
import { addConnection } from '@/lib/admin/channel/add-connection'
import { type Context, openContext } from '@/lib/context'
import { insertDeliveries } from '@/lib/db/log/events'
import type { Dialect, Platform } from '@/lib/domain/channel/channel'
import type { Said } from '@/lib/i18n/reason'
import { foldPending } from './fold'

export const SECRET = 'test-channel-secret'

/** A migrated database of its own for a test file, with one connection. Call at the top of a `*.db.test.ts`. */
export function testInbox() {
  let database: TestDatabase
  let context: Context
  let connectionId = ''

  beforeAll(async () => {
    database = await createTestDatabase()
    context = openContext({
      databaseUrl: database.url,
      appSecret: 'a test secret of at least thirty-two bytes',
      allowPrivate: true,
    })
    connectionId = await connect('stella')
  })
  afterAll(async () => {
    await context.close()
    await database.drop()
  })

  async function connect(dialect: Dialect): Promise<string> {
    const connection = await addConnection(context, {
      name: 'Shop',
      accessToken: 'test-token',
      botUrl: 'http://127.0.0.1:9',
      restUrl: 'http://127.0.0.1:9',
      fileUrl: 'http://127.0.0.1:9',
      dialect,
    })
    return connection.id
  }

  /** Logs bodies as signed deliveries would be, by one statement, and leaves them waiting for the fold. */
  async function appendAll(channelId: string, bodies: unknown[]) {
    const deliveries = bodies.map((body) => {
      const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
      const sha256 = createHash('sha256').update(bytes).digest()
      return { channelId, body: bytes, sha256, headers: {}, deliveries: 1 }
    })
    await insertDeliveries(context.sql, deliveries)
  }

  const append = (channelId: string, body: unknown) => appendAll(channelId, [body])

  return {
    get ctx() {
      return context
    },
    get connectionId() {
      return connectionId
    },
    channel: async (
      platform: Platform = 'whatsapp',
      externalId = '85268227287',
      dialect: Dialect = 'stella',
    ) =>
      addChannel(context, {
        connectionId: dialect === 'stella' ? connectionId : await connect(dialect),
        name: `Channel ${platform}`,
        platform,
        stellaId: createHash('sha256').update(String(Math.random())).digest('hex').slice(0, 24),
        externalId,
        secret: SECRET,
      }),
    append,
    appendAll,
    /** Logs bodies as signed deliveries would be and folds them. */
    receive: async (channelId: string, ...bodies: unknown[]) => {
      for (const body of bodies) await append(channelId, body)
      await foldPending(context.sql)
    },
    thread: (channelId: string) => context.sql<ThreadLine[]>`
      select m.author, m.content, m.sent_at, m.platform_message_id, m.delivery
      from messages m where m.channel_id = ${channelId} and not m.removed
      order by m.sent_at, m.event_id, m.place`,
    outcomes: (channelId: string) => context.sql<Outcome[]>`
      select o.outcome, o.reading, o.rule, o.error, e.deliveries
      from events e join event_outcomes o on o.event_id = e.id
      where e.channel_id = ${channelId} and e.kind = 'webhook' order by e.id`,
  }
}

export interface ThreadLine {
  author: string
  content: { type: string; text?: string; mediaIds?: string[] }
  sentAt: number
  platformMessageId: string | null
  delivery: string | null
}

export interface Outcome {
  outcome: string
  reading: string | null
  rule: string | null
  error: Said | null
  deliveries: number
}
