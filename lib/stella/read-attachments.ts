import type { FactContent } from '@/lib/domain/file-facts'
import { asId, asObject, asText, type JsonObject } from './json'
import { readCards } from './read-cards'
import { toMedia, toMediaKind } from './read-media'
import { readLocation } from './read-shared'

/** The attachments of a message of Messenger or Instagram, or of a normalized MISC event (Facts §3.3, §8, §9). */
export function readAttachments(attachments: JsonObject[], words: string | undefined): FactContent {
  const text = words ?? attachments.map((each) => asText(each.caption)).find(Boolean)
  const media = attachments.flatMap((attachment) => {
    const kind = kindOf(attachment)
    return kind ? [toMedia(kind, attachment)] : []
  })
  const kind = media[0]?.kind
  if (kind) return { content: { type: kind, text: text || undefined, mediaIds: [] }, media }
  const [first = {}] = attachments
  return { content: readOther(first, attachments, text), media: [] }
}

/** A sticker of Messenger comes as an image with `sticker_id`, or as an attachment of its own (Facts §8). */
function kindOf(attachment: JsonObject) {
  const isSticker = asId(asObject(attachment.payload)?.sticker_id) !== undefined
  return isSticker ? 'sticker' : toMediaKind(asId(attachment.type))
}

function readOther(
  first: JsonObject,
  attachments: JsonObject[],
  text: string | undefined,
): FactContent['content'] {
  const label = asId(first.type) ?? 'attachment'
  const payload = asObject(first.payload) ?? {}
  const place = asObject(payload.coordinates)
  return (
    (place && readLocation(place, text)) ??
    (label === 'story_mention' ? { type: 'text' as const, text: text ?? '' } : undefined) ??
    readCards(payload, text) ??
    readShared(attachments, text) ?? { type: 'unknown', label, text }
  )
}

/** Links, posts and reels that were passed on: a card with its title and address, never the picture itself. */
function readShared(
  attachments: JsonObject[],
  text: string | undefined,
): FactContent['content'] | undefined {
  const cards = attachments.flatMap((attachment) => {
    const payload = asObject(attachment.payload) ?? attachment
    const url = asText(payload.url) ?? asText(attachment.url)
    const title = asText(payload.title) ?? asText(attachment.title)
    if (!url && !title) return []
    return [{ title: title || nameOf(asId(attachment.type)), url, choices: [] }]
  })
  return cards.length > 0 ? { type: 'cards', text, cards } : undefined
}

const NAMES: Record<string, string> = {
  share: 'Shared post',
  post: 'Shared post',
  reel: 'Reel',
  ig_reel: 'Reel',
  fallback: 'Link',
}

function nameOf(type: string | undefined): string {
  return (type && Object.hasOwn(NAMES, type) ? NAMES[type] : undefined) ?? 'Shared'
}
