import type { Context } from '@/lib/context'
import { findChannel } from '@/lib/db/channel/channels'
import { listDeletedWords, tellsOfDeleted } from '@/lib/db/message/deleted'
import { fallbackKey, platformKey } from '@/lib/domain/fold/world'
import { TWIN_SECONDS_MAX } from '@/lib/domain/message/sightings'
import type { WebhookFact } from '@/lib/domain/message/webhook-facts'
import { readDelivery } from '@/lib/stella/read-delivery'

/** Bytes that somebody asks to see, and the channel they came on. */
export interface ShownDelivery {
  id: number
  body: Uint8Array
  receivedAt: number
}

/**
 * Whether any of these deliveries holds what a deleted message said. One body may carry several messages, the twin of
 * a message, its other wordings, a quote of it, or the deletion with the words beside it: so it is asked by everything the
 * bodies name, and by the deleted words themselves.
 */
export async function tellDeleted(
  ctx: Context,
  { conversationId, channelId }: { conversationId: string; channelId: string },
  deliveries: ShownDelivery[],
): Promise<boolean> {
  if (deliveries.length === 0) return false
  const ids = deliveries.map(({ id }) => id)
  const facts = await readFacts(ctx, channelId, deliveries)
  const named = facts.flatMap(namesIn)
  const hashes = facts.flatMap((fact) => (fact.type === 'outbound' ? fact.fallbackKey : []))
  const keys = [...named.map(platformKey), ...hashes.map(fallbackKey)]
  const sights = facts.filter((fact) => fact.type === 'inbound')
  const seen = sights.map(({ contentKey, at, timeless }) => ({
    contentKey,
    second: timeless ? 0 : Math.floor(at / 1000),
  }))
  const found = await tellsOfDeleted(ctx.sql, {
    channelId,
    eventIds: ids,
    platformIds: named,
    keys,
    seen,
    secondsApart: TWIN_SECONDS_MAX,
  })
  return found || quotesDeleted(ctx, conversationId, deliveries)
}

async function readFacts(
  ctx: Context,
  channelId: string,
  deliveries: ShownDelivery[],
): Promise<WebhookFact[]> {
  const channel = await findChannel(ctx.sql, channelId)
  if (!channel) return []
  return deliveries.flatMap(
    ({ body, receivedAt }) => readDelivery(body, { ...channel, receivedAt }).facts,
  )
}

/** Every platform id that a fact is of or about. */
function namesIn(fact: WebhookFact): string[] {
  const own = 'platformMessageId' in fact ? (fact.platformMessageId ?? []) : []
  const quoted = 'replyToPlatformId' in fact ? (fact.replyToPlatformId ?? []) : []
  return [own, quoted].flat()
}

/** Shorter words stand in too many bodies to tell anything. */
const WORDS_LENGTH_MIN = 5
const DELETED_MAX = 500

/** What no reader knows may still repeat the words, such as the text of a quoted message. */
async function quotesDeleted(
  ctx: Context,
  conversationId: string,
  deliveries: ShownDelivery[],
): Promise<boolean> {
  const deleted = await listDeletedWords(ctx.sql, conversationId, {
    lengthMin: WORDS_LENGTH_MIN,
    limit: DELETED_MAX,
  })
  if (deleted.length === 0) return false
  const texts = deliveries.flatMap(({ body }) => textsIn(body))
  return deleted.some((text) => texts.some((each) => each.includes(text.trim())))
}

/** Every text in a body, as it reads; of what is not JSON the whole. Level by level: a body may be nested without end. */
function textsIn(body: Uint8Array): string[] {
  const raw = Buffer.from(body).toString('utf8')
  const texts: string[] = []
  let level: unknown[]
  try {
    level = [JSON.parse(raw)]
  } catch {
    return [raw]
  }
  while (level.length > 0) {
    texts.push(...level.filter((each) => typeof each === 'string'))
    level = level.flatMap((each) =>
      typeof each === 'object' && each !== null ? Object.values(each) : [],
    )
  }
  return texts
}
