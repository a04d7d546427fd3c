import type { Reading } from '@/lib/domain/fact'
import type { FactContent } from '@/lib/domain/file-facts'
import type { InboundFact, NoticeFact } from '@/lib/domain/webhook-facts'
import { asId, asObject, asText, type JsonObject } from './json'
import { readLocation } from './read-shared'
import { emptyReading, type ReadingContext, readPart, toContentKey, Unreadable } from './reading'
import { toTime } from './time'

/** A raw WeChat message (Facts §9), as JSON, or as the XML that WeChat itself sends. */
export function readWeChat(body: JsonObject, context: ReadingContext): Reading {
  const reading = emptyReading('wechat.raw')
  const message = asObject(body.xml) ?? body
  const event = asText(message.MsgType) === 'event' ? (asText(message.Event) ?? '') : undefined
  if (event === undefined || isTap(event))
    readPart(reading, 'message', () => [toInbound(message, context)])
  else if (event.toLowerCase() === 'subscribe')
    readPart(reading, 'event', () => [toNotice(message, context)])
  else reading.ignored.push(`a WeChat event: ${event.slice(0, 40)}`)
  return reading
}

/**
 * The flat elements of WeChat's XML; undefined when the text is none. Total, and one walk through the text however
 * it is made: a body is a stranger's until its meaning is known.
 */
export function parseWeChatXml(text: string): JsonObject | undefined {
  if (!/^\s{0,100}(<\?xml[^>]{0,200}>\s{0,100})?<xml>/.test(text)) return undefined
  const fields: JsonObject = {}
  const opening = /<([A-Za-z_]{1,40})>\s{0,100}/g
  opening.lastIndex = text.indexOf('<xml>') + '<xml>'.length
  for (let tag = opening.exec(text); tag; tag = opening.exec(text)) {
    const isQuoted = text.startsWith(CDATA, opening.lastIndex)
    const start = opening.lastIndex + (isQuoted ? CDATA.length : 0)
    const end = text.indexOf(isQuoted ? ']]>' : '<', start)
    if (end < 0) break
    const value = text.slice(start, end)
    fields[tag[1] ?? ''] = isQuoted ? value : toPlain(value)
    opening.lastIndex = end
  }
  return Object.keys(fields).length > 0 ? fields : undefined
}

const CDATA = '<![CDATA['
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

function toPlain(text: string): string {
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? '')
}

function isTap(event: string): boolean {
  return event.toUpperCase() === 'CLICK'
}

function memberOf(message: JsonObject): string {
  const id = asId(message.FromUserName)
  if (!id) throw new Unreadable('no sender')
  return id
}

function toInbound(message: JsonObject, context: ReadingContext): InboundFact {
  const memberExternalId = memberOf(message)
  const said = readContent(message)
  return {
    type: 'inbound',
    source: 'raw',
    memberExternalId,
    platformMessageId: asId(message.MsgId),
    at: toTime(message.CreateTime, context.receivedAt),
    place: 0,
    ...said,
    ...toContentKey(memberExternalId, said),
  }
}

const ONLY_FOR_THE_ACCOUNT = 'WeChat gives this file to the official account only.'

function readContent(message: JsonObject): FactContent {
  const type = asText(message.MsgType) ?? 'unknown'
  switch (type) {
    case 'image':
      return readPicture(message)
    case 'voice':
      return { content: toVoice(message), media: [{ kind: 'voice', reason: ONLY_FOR_THE_ACCOUNT }] }
    case 'video':
    case 'shortvideo':
      return {
        content: { type: 'video', mediaIds: [] },
        media: [{ kind: 'video', reason: ONLY_FOR_THE_ACCOUNT }],
      }
    default:
      return { content: readWords(type, message), media: [] }
  }
}

function readPicture(message: JsonObject): FactContent {
  const url = asText(message.PicUrl) || undefined
  const reason = url ? undefined : ONLY_FOR_THE_ACCOUNT
  return { content: { type: 'image', mediaIds: [] }, media: [{ kind: 'image', url, reason }] }
}

/** WeChat may write down what it heard. */
function toVoice(message: JsonObject): FactContent['content'] {
  return { type: 'voice', text: asText(message.Recognition) || undefined, mediaIds: [] }
}

function readWords(type: string, message: JsonObject): FactContent['content'] {
  const words = asText(message.Content)
  if (type === 'text' && words !== undefined) return { type: 'text', text: words }
  if (type === 'event') {
    const payload = asText(message.EventKey)
    if (payload) return { type: 'choice', text: payload, payload }
  }
  const place = { latitude: message.Location_X, longitude: message.Location_Y }
  const location = readLocation(place, asText(message.Label) || undefined)
  if (location) return location
  const title = asText(message.Title)
  if (type === 'link' && title !== undefined) {
    const card = { title, text: asText(message.Description), url: asText(message.Url), choices: [] }
    return { type: 'cards', cards: [card] }
  }
  return { type: 'unknown', label: type, text: words }
}

function toNotice(message: JsonObject, context: ReadingContext): NoticeFact {
  const memberExternalId = memberOf(message)
  const at = toTime(message.CreateTime, context.receivedAt)
  return {
    type: 'notice',
    memberExternalId,
    notice: 'opted-in',
    detail: asId(message.EventKey),
    key: `subscribe:${memberExternalId}:${at}`,
    at,
  }
}
