import type { Content } from '@/lib/domain/message/content'
import type { NoticeFact } from '@/lib/domain/message/webhook-facts'
import { reason } from '@/lib/i18n/reason'
import { asId, asNumber, asObject, asText, type JsonObject } from '../reading/json'
import { readLocation } from '../reading/read-shared'

/*
 * WeChat's events, by what they are: a line that the member wrote by tapping in the menu, or a note about them. Names
 * come in either case, and what belongs together stands in an object of its own, or beside the rest where the body
 * was XML.
 */

/** What the member said by the menu; undefined where the event says nothing of that kind. */
export function readMenu(event: string, message: JsonObject): Content | undefined {
  const key = asText(message.EventKey) || undefined
  switch (event.toLowerCase()) {
    case 'click':
      return key
        ? { type: 'choice', text: key, payload: key }
        : { type: 'unknown', label: 'event', text: asText(message.Content) }
    case 'scancode_push':
    case 'scancode_waitmsg':
      return readScan(message, key)
    case 'location_select':
      return readPlace(message)
    default:
      return undefined
  }
}

function readScan(message: JsonObject, key: string | undefined): Content | undefined {
  const text = asText(within(message, 'ScanCodeInfo').ScanResult)
  return text
    ? { type: 'choice', text, payload: key, detail: reason('message.shared.scanned') }
    : undefined
}

function readPlace(message: JsonObject): Content | undefined {
  const place = within(message, 'SendLocationInfo')
  const name = asText(place.Poiname) || undefined
  const label = asText(place.Label) || undefined
  const { Location_X: latitude, Location_Y: longitude } = place
  return readLocation({ latitude, longitude, address: name && label }, name ?? label)
}

type Note = Pick<NoticeFact, 'notice' | 'detail' | 'key'>

/** What WeChat tells about the member; undefined for what is no matter of theirs. */
export function readEventNote(
  event: string,
  message: JsonObject,
  memberExternalId: string,
  at: number,
): Note | undefined {
  const name = event.toLowerCase()
  const key = `${name}:${memberExternalId}:${at}`
  const code = toCode(asId(message.EventKey))
  switch (name) {
    case 'subscribe':
      return { notice: 'opted-in', detail: code && `code “${code}”`, key }
    case 'scan':
      return { notice: 'came-by-code', detail: code, key }
    case 'unsubscribe':
      return { notice: 'unfollowed', key }
    case 'location':
      return readPosition(message, memberExternalId, at)
    case 'pic_sysphoto':
    case 'pic_photo_or_album':
    case 'pic_weixin':
      return { notice: 'service-note', detail: toPictures(message), key }
    default:
      return undefined
  }
}

/** WeChat puts a word before the code that a new follower came by. */
function toCode(key: string | undefined): string | undefined {
  return key?.replace(/^qrscene_/, '') || undefined
}

/**
 * The phone tells where it is each time the conversation is opened, or every few seconds: a line for each place, to about a
 * hundred metres, and hour.
 */
function readPosition(message: JsonObject, memberExternalId: string, at: number): Note | undefined {
  const latitude = asNumber(message.Latitude)
  const longitude = asNumber(message.Longitude)
  if (latitude === undefined || longitude === undefined) return undefined
  const metres = asNumber(message.Precision)
  const near = metres === undefined ? '' : ` (to ${Math.round(metres)} m)`
  const hour = Math.floor(at / HOUR_MS)
  return {
    notice: 'was-at',
    detail: `${latitude.toFixed(5)}, ${longitude.toFixed(5)}${near}`,
    key: `location:${memberExternalId}:${latitude.toFixed(3)},${longitude.toFixed(3)}:${hour}`,
  }
}

const HOUR_MS = 3_600_000

/** The pictures come as messages of their own. */
function toPictures(message: JsonObject): string {
  const count = asId(within(message, 'SendPicsInfo').Count)
  return count ? `menu-pictures ${count}` : 'menu-pictures'
}

function within(message: JsonObject, key: string): JsonObject {
  return asObject(message[key]) ?? message
}
