import type { MediaKind } from '@/lib/domain/content'
import type { FactContent, MediaSource } from '@/lib/domain/fact'
import {
  asArray,
  asId,
  asNumber,
  asObject,
  asObjects,
  asText,
  type Json,
  type JsonObject,
} from './json'

/**
 * The content of a message event, inbound normalized (platform.md §3.3) or outbound (§4): `type` and `data` are
 * common to all platforms. What is not known becomes `unknown`, with the type as its label.
 */
export function readData(type: string, data: JsonObject): FactContent {
  const name = type.toUpperCase()
  const text = asText(data.text) ?? asText(data.caption) ?? asText(asObject(data.body)?.text)
  const attachments = asObjects(data.attachments)
  const mediaKind = MEDIA_KINDS[name]

  if (attachments.length > 0) return readAttachments(attachments, text)
  if (mediaKind && sourceOf(data)) {
    const media = [toMedia(mediaKind, data)]
    return { content: { type: mediaKind, text, mediaIds: [] }, media }
  }
  if (name === 'PAYLOAD' || name === 'POSTBACK') return readPayload(data, text)
  if (name === 'LOCATION') return readLocation(data, text)
  if (text !== undefined)
    return { content: { type: 'text', text, choices: choicesOf(data) }, media: [] }
  return { content: { type: 'unknown', label: type }, media: [] }
}

/** Attachment types as the pages and public code name them, in upper case (platform.md §3.3). */
const MEDIA_KINDS: Record<string, MediaKind> = {
  IMAGE: 'image',
  VIDEO: 'video',
  AUDIO: 'audio',
  VOICE: 'voice',
  PTT: 'voice',
  FILE: 'file',
  DOCUMENT: 'file',
  STICKER: 'sticker',
}

function readAttachments(attachments: JsonObject[], text: string | undefined): FactContent {
  const media = attachments.flatMap((attachment) => {
    const kind = MEDIA_KINDS[asText(attachment.type)?.toUpperCase() ?? '']
    return kind && sourceOf(attachment) ? [toMedia(kind, attachment)] : []
  })
  const caption = text ?? attachments.map((each) => asText(each.caption)).find(Boolean)
  const first = attachments[0]
  const label = asText(first?.type) ?? 'attachment'
  const coordinates = asObject(asObject(first?.payload)?.coordinates)
  if (coordinates) return readLocation(coordinates, caption)
  const kind = media[0]?.kind
  if (!kind) return { content: { type: 'unknown', label, text: caption }, media: [] }
  return { content: { type: kind, text: caption, mediaIds: [] }, media }
}

function toMedia(kind: MediaKind, value: JsonObject): MediaSource {
  return { kind, name: asText(value.filename) ?? asText(value.name), ...sourceOf(value) }
}

function sourceOf(value: JsonObject): Pick<MediaSource, 'whatsappMediaId' | 'url'> | undefined {
  const whatsappMediaId = asId(value.waMediaId)
  if (whatsappMediaId) return { whatsappMediaId }
  const url = asText(value.url) ?? asText(asObject(value.payload)?.url)
  return url ? { url } : undefined
}

function readPayload(data: JsonObject, text: string | undefined): FactContent {
  const payload = asText(data.payload)
  if (payload === undefined && text === undefined)
    return { content: { type: 'unknown', label: 'PAYLOAD' }, media: [] }
  return { content: { type: 'choice', text: text ?? payload ?? '', payload }, media: [] }
}

function readLocation(data: JsonObject, text: string | undefined): FactContent {
  const latitude = asNumber(data.lat) ?? asNumber(data.latitude)
  const longitude = asNumber(data.long) ?? asNumber(data.longitude)
  if (latitude === undefined || longitude === undefined)
    return { content: { type: 'unknown', label: 'LOCATION', text }, media: [] }
  const name = text ?? asText(data.name)
  return {
    content: { type: 'location', latitude, longitude, name, address: asText(data.address) },
    media: [],
  }
}

/** Titles of what the member may tap: quick replies and buttons (platform.md §4.2, §4.3, WhatsApp `action`). */
function choicesOf(data: JsonObject): string[] | undefined {
  const options: Json[] = [
    ...asArray(data.quickReplies),
    ...asArray(data.buttons),
    ...asArray(asObject(data.action)?.buttons),
  ]
  const titles = options.flatMap((option) => {
    const value = asObject(option)
    return (
      asText(value?.title) ?? asText(value?.content) ?? asText(asObject(value?.reply)?.title) ?? []
    )
  })
  return titles.length > 0 ? titles : undefined
}
