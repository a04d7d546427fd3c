import type { Content, MediaKind } from '@/lib/domain/message/content'
import type { FactContent } from '@/lib/domain/message/file-facts'
import { reason } from '@/lib/i18n/reason'
import { asArray, asId, asObject, asText, type Json, type JsonObject } from '../reading/json'
import {
  readContacts,
  readLocation,
  readOrder,
  toPlatformWords,
  toReason,
} from '../reading/read-shared'
import { isMoment, toTime } from '../reading/time'

const MEDIA_KINDS: Record<string, MediaKind> = {
  image: 'image',
  video: 'video',
  audio: 'audio',
  voice: 'voice',
  document: 'file',
  sticker: 'sticker',
}

const TYPES = [
  'text',
  ...Object.keys(MEDIA_KINDS),
  'location',
  'contacts',
  'button',
  'interactive',
  'reaction',
  'order',
  'system',
  'edit',
  'revoke',
]

/** The type of a raw message. It may be missing: then the key that is present tells (Facts §7.2). */
export function typeOf(message: JsonObject): string {
  return asId(message.type) ?? TYPES.find((key) => key in message) ?? 'unknown'
}

/** What one raw WhatsApp message says (Facts §7.3). What has no reader becomes `unknown` with its type. */
export function readWhatsappContent(message: JsonObject): FactContent {
  const type = typeOf(message)
  const value = asObject(message[type])
  const kind = Object.hasOwn(MEDIA_KINDS, type) ? MEDIA_KINDS[type] : undefined
  if (kind && value) return readMedia(kind, value, message)
  return { content: readWords(type, value, message) ?? readUnknown(type, message), media: [] }
}

function readWords(
  type: string,
  value: JsonObject | undefined,
  message: JsonObject,
): Content | undefined {
  if (type === 'contacts') return readContacts(asArray(message.contacts))
  if (!value) return undefined
  switch (type) {
    case 'text':
      return readText(value)
    case 'location':
      return readLocation(value)
    case 'order':
      return readOrder(value)
    case 'button':
      return readTap(value)
    case 'interactive':
      return readInteractive(value)
    default:
      return undefined
  }
}

function readText(text: JsonObject): Content | undefined {
  const body = asText(text.body)
  return body === undefined ? undefined : { type: 'text', text: body }
}

/** A document may come `undownloaded`, without an id; the error beside it says why. */
function readMedia(kind: MediaKind, value: JsonObject, message: JsonObject): FactContent {
  const whatsappMediaId = asId(value.id)
  const [error] = asArray(message.errors)
  const reason = !whatsappMediaId && error ? toReason(error) : undefined
  const actual = kind === 'audio' && value.voice === true ? 'voice' : kind
  return {
    content: { type: actual, text: asText(value.caption) || undefined, mediaIds: [] },
    media: [{ kind: actual, whatsappMediaId, name: asText(value.filename), reason }],
  }
}

/** A tap on a button or a row, or a form that was filled in. */
function readInteractive(value: JsonObject): Content | undefined {
  const permission = asObject(value.call_permission_reply)
  if (permission) return readCallPermission(permission)
  const form = asObject(value.nfm_reply)
  return form ? readForm(form) : readTap(asObject(value.button_reply) ?? asObject(value.list_reply))
}

/** The answer to whether we may call: yes or no, and until when. */
function readCallPermission(reply: JsonObject): Content | undefined {
  const response = asText(reply.response)?.toLowerCase()
  if (response === 'reject')
    return { type: 'choice', text: '', name: reason('message.calls.declined'), payload: 'reject' }
  if (response !== 'accept') return undefined
  const until = isMoment(reply.expiration_timestamp) && toTime(reply.expiration_timestamp, Infinity)
  const end = until ? reason('message.calls.until', { date: { at: until, as: 'date' } }) : undefined
  const detail = reply.is_permanent === true ? reason('message.calls.always') : end
  return {
    type: 'choice',
    text: '',
    name: reason('message.calls.allowed'),
    payload: 'accept',
    detail,
  }
}

function readTap(tap: JsonObject | undefined): Content | undefined {
  const text = asText(tap?.title) ?? asText(tap?.text)
  const payload = asId(tap?.id) ?? asId(tap?.payload)
  if (text === undefined && payload === undefined) return undefined
  const detail = asText(tap?.description) || undefined
  return { type: 'choice', text: text ?? payload ?? '', payload, detail }
}

/** `response_json` is an object in one page and JSON text in another; the token in it is no answer. */
function readForm(form: JsonObject): Content {
  const answers = Object.entries(toAnswers(form.response_json)).filter(
    ([key]) => key !== 'flow_token',
  )
  const lines = answers.map(([key, value]) => `${key}: ${toAnswer(value)}`)
  return {
    type: 'choice',
    text: asText(form.body) || asText(form.name) || 'Form',
    detail: asText(lines.join('\n')) || undefined,
  }
}

function toAnswers(value: Json): JsonObject {
  if (typeof value !== 'string') return asObject(value) ?? {}
  try {
    return asObject(JSON.parse(value)) ?? {}
  } catch {
    return { answer: value }
  }
}

function toAnswer(value: Json): string {
  return asText(value) ?? JSON.stringify(value)
}

/** `unsupported` says of what kind it was; `errors` says why it can't be shown. */
function readUnknown(type: string, message: JsonObject): Content {
  const [error] = asArray(message.errors)
  const subtype = asId(asObject(message.unsupported)?.type) ?? asId(asObject(message[type])?.type)
  return {
    type: 'unknown',
    label: subtype ?? type,
    text: error ? toPlatformWords(error) : undefined,
  }
}
