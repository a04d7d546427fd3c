import type { FactContent } from '@/lib/domain/message/file-facts'
import type { ConversationRow, MediaRow, MessageRow } from '@/lib/domain/rows'
import { reason } from '@/lib/i18n/reason'
import type { FoldEvent } from '../event'
import { nextFeed, type World } from '../world'
import { toStored } from './fold-media'
import { deletionOf } from './receipts'

interface NewMessage extends Partial<MessageRow> {
  author: MessageRow['author']
  sentAt: number
  place: number
}

/** A new message row of a delivery. Its id derives from the event, so a rebuild gives the same one. */
export function addMessage(
  world: World,
  event: FoldEvent,
  conversation: ConversationRow,
  fact: FactContent,
  given: NewMessage,
): MessageRow {
  const id = given.id ?? world.idOf(`message\n${event.id}\n${given.place}`)
  const feed = nextFeed(world)
  const message: MessageRow = {
    id,
    conversationId: conversation.id,
    channelId: conversation.channelId,
    agentId: null,
    reply: null,
    platformMessageId: null,
    replyToPlatformId: null,
    receivedAt: event.receivedAt,
    eventId: event.id,
    delivery: null,
    error: null,
    attemptedAt: null,
    nextAttemptAt: null,
    heldUntil: null,
    sendAt: null,
    unlessMemberWrites: false,
    echoed: false,
    echoEventId: null,
    provisional: false,
    removed: false,
    context: null,
    deletedAt: deletionOf(world, conversation.channelId, given.platformMessageId),
    ...given,
    content: withMedia(world, conversation, id, fact),
    createdFeed: feed,
    feed,
  }
  return world.messages.put(message)
}

/** Of a file whose bytes are not here yet. */
const NOTHING_KNOWN = {
  type: null,
  size: null,
  width: null,
  height: null,
  durationMs: null,
  peaks: null,
  blur: null,
  sha256: null,
  thumbnailSha256: null,
  reason: null,
}

const NO_FILE = reason('delivery.file.none')

function hasOrigin({ whatsappMediaId, sourceUrl, sha256 }: MediaRow): boolean {
  return (whatsappMediaId ?? sourceUrl ?? sha256) !== null
}

/** Gives each file of a message a row that waits for its bytes, and the content their ids. */
export function withMedia(
  world: World,
  conversation: ConversationRow,
  messageId: string,
  { content, media }: FactContent,
): MessageRow['content'] {
  if (!('mediaIds' in content)) return content
  const mediaIds = media.map((source, index) => {
    const id = world.idOf(`media\n${messageId}\n${index}`)
    const hasSource = source.whatsappMediaId !== undefined || source.url !== undefined
    const known = world.media.get(id)
    // An edit may come before the message that names the file.
    const isNamed = known && (hasOrigin(known) || !hasSource)
    if (isNamed) return id
    world.media.put({
      id,
      messageId,
      conversationId: conversation.id,
      channelId: conversation.channelId,
      kind: source.kind,
      whatsappMediaId: source.whatsappMediaId ?? null,
      sourceUrl: source.url ?? null,
      name: source.name ?? null,
      ...NOTHING_KNOWN,
      ...(source.stored
        ? { state: 'stored', ...toStored(source.stored) }
        : hasSource
          ? { state: 'waiting' }
          : { state: 'gone', reason: source.reason ?? NO_FILE }),
    })
    if (hasSource) world.effects.push({ type: 'fetch-media', mediaId: id })
    return id
  })
  return { ...content, mediaIds }
}
