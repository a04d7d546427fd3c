import type { Card, Content, ContentPart } from '@/lib/domain/message/content'
import type { FactContent } from '@/lib/domain/message/file-facts'
import { type Reason, reason } from '@/lib/i18n/reason'
import { asId, asObject, asText, type JsonObject } from './json'
import { readCards } from './read-cards'
import { toMedia, toMediaKind } from './read-media'
import { readLocation } from './read-shared'

/**
 * The attachments of a message of Messenger or Instagram, or of a normalized MISC event (Facts §3.3, §8, §9). The
 * first of them says of what kind the message is; of a mixed one the others are kept beside it.
 */
export function readAttachments(attachments: JsonObject[], words: string | undefined): FactContent {
  const text = words ?? attachments.map((each) => asText(each.caption)).find(Boolean)
  const rest = attachments.filter(({ type }) => asId(type) !== 'like_heart')
  const isLoved = rest.length < attachments.length
  return isLoved ? withHeart(readRest(rest, text)) : readRest(rest, text)
}

function readRest(attachments: JsonObject[], text: string | undefined): FactContent {
  const media = attachments.flatMap((attachment) => {
    const kind = kindOf(attachment)
    return kind ? [toMedia(kind, attachment)] : []
  })
  const others = attachments.filter((attachment) => !kindOf(attachment))
  const kind = media[0]?.kind
  if (!kind) return { content: readOthers(others, text), media: [] }
  const also = others.length > 0 ? partsOf(others) : []
  return { content: withParts({ type: kind, text: text || undefined, mediaIds: [] }, also), media }
}

const HEART = '❤️'

/** A heart is a word of the message, whatever it comes with. */
function withHeart({ content, media }: FactContent): FactContent {
  if (content.type === 'contacts')
    return { content: { type: 'text', text: HEART, also: [content] }, media }
  if (content.type === 'location') {
    const { also = [], ...place } = content
    return { content: { type: 'text', text: HEART, also: [place, ...also] }, media }
  }
  const text = [content.text, HEART].filter(Boolean).join(' ')
  return { content: { ...content, text }, media }
}

/** A sticker of Messenger comes as an image with `sticker_id`, or as an attachment of its own (Facts §8). */
function kindOf(attachment: JsonObject) {
  const isSticker = asId(asObject(attachment.payload)?.sticker_id) !== undefined
  return isSticker ? 'sticker' : toMediaKind(asId(attachment.type))
}

function readOthers(attachments: JsonObject[], text: string | undefined): Content {
  if (attachments.length === 0) return { type: 'text', text: text ?? '' }
  // The story itself stands in the context.
  if (asId(attachments[0]?.type) === 'story_mention') return { type: 'text', text: text ?? '' }
  const [main, ...also] = partsOf(attachments)
  if (!main) return { type: 'unknown', label: 'attachment', text }
  if (text === undefined || main.type === 'cards' || main.type === 'unknown')
    return withParts(text === undefined ? main : { ...main, text }, also)
  // A place has no room for words beside its name.
  if (main.type === 'location' && main.name === undefined && also.length === 0)
    return { ...main, name: text }
  return { type: 'text', text, also: [main, ...also] }
}

function withParts<Main extends Content>(main: Main, also: ContentPart[]): Main {
  return also.length > 0 ? { ...main, also } : main
}

/** Everything that is no file, in order: places, cards, what we have no reader for. */
function partsOf(attachments: JsonObject[]): ContentPart[] {
  const shared = readShared(attachments)
  let isShown = false
  return attachments.flatMap((attachment): ContentPart[] => {
    const own = readOwn(attachment)
    if (own) return [own]
    if (!toShared(attachment))
      return [{ type: 'unknown', label: asId(attachment.type) ?? 'attachment' }]
    // What was passed on in one message stands side by side, where the first of it stood.
    const isFirst = !isShown
    isShown = true
    return isFirst ? [{ type: 'cards', cards: shared }] : []
  })
}

function readOwn(attachment: JsonObject): ContentPart | undefined {
  const payload = asObject(attachment.payload) ?? {}
  const place = asObject(payload.coordinates)
  const title = asText(attachment.title) ?? asText(payload.title)
  const read = (place && readLocation(place, title || undefined)) ?? readCards(payload, undefined)
  return read?.type === 'location' || read?.type === 'cards' ? read : undefined
}

/**
 * Links, posts and reels that were passed on: a card with its title and address, never the picture itself. One address
 * is one card, under the title that somebody gave it: Instagram tells a post as `share` and as `ig_post` at once.
 */
function readShared(attachments: JsonObject[]): Card[] {
  const cards: Card[] = []
  for (const attachment of attachments) {
    const shared = readOwn(attachment) ? undefined : toShared(attachment)
    if (!shared) continue
    const { url, title, name } = shared
    const known = url === undefined ? -1 : cards.findIndex((card) => card.url === url)
    if (known < 0)
      cards.push({ title: title ?? '', name: title ? undefined : name, url, choices: [] })
    else if (title) cards[known] = { title, url, choices: [] }
  }
  return cards
}

function toShared(attachment: JsonObject) {
  const payload = asObject(attachment.payload) ?? attachment
  const url = asText(payload.url) ?? asText(attachment.url)
  const title = asText(payload.title) || asText(attachment.title) || undefined
  return url || title ? { url, title, name: nameOf(asId(attachment.type)) } : undefined
}

const NAMES: Record<string, Reason> = {
  share: reason('message.shared.post'),
  post: reason('message.shared.post'),
  ig_post: reason('message.shared.post'),
  reel: reason('message.shared.reel'),
  ig_reel: reason('message.shared.reel'),
  fallback: reason('message.shared.link'),
}

function nameOf(type: string | undefined): Reason {
  return (
    (type && Object.hasOwn(NAMES, type) ? NAMES[type] : undefined) ?? reason('message.shared.other')
  )
}
