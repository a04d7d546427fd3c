import type { MediaKind } from '@/lib/domain/message/content'
import type { MediaSource } from '@/lib/domain/message/file-facts'
import { reason } from '@/lib/i18n/reason'
import { asId, asObject, asText, type JsonObject } from './json'

/** Attachment types as the pages and public code name them, in upper case (Facts §3.3). */
const MEDIA_KINDS: Record<string, MediaKind> = {
  IMAGE: 'image',
  ANIMATION: 'image',
  VIDEO: 'video',
  AUDIO: 'audio',
  VOICE: 'voice',
  PTT: 'voice',
  FILE: 'file',
  DOCUMENT: 'file',
  STICKER: 'sticker',
}

/** Undefined for what is no file. Case doesn't matter. */
export function toMediaKind(type: string | undefined): MediaKind | undefined {
  const name = type?.toUpperCase() ?? ''
  return Object.hasOwn(MEDIA_KINDS, name) ? MEDIA_KINDS[name] : undefined
}

/** Where a file is: at WhatsApp by its media id, or at an address. Other ids name it only to its platform. */
export function toMedia(kind: MediaKind, value: JsonObject): MediaSource {
  const name = asText(value.filename) ?? asText(value.name)
  const whatsappMediaId = asId(value.waMediaId)
  if (whatsappMediaId) return { kind, name, whatsappMediaId }
  const url = asText(value.url) ?? asText(asObject(value.payload)?.url)
  if (url) return { kind, name, url }
  return { kind, name, reason: hasFile(value) ? ONLY_AN_ID : undefined }
}

const ONLY_AN_ID = reason('delivery.file.onlyAnId')

const FILE_KEYS = ['waMediaId', 'url', 'payload', 'attachment_id', 'fileId', 'mediaId', 'sticker']

/** Whether an object names a file at all. */
export function hasFile(value: JsonObject): boolean {
  return FILE_KEYS.some((key) => asId(value[key]) ?? asObject(value[key]))
}
