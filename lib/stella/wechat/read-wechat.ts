import type { FactContent } from '@/lib/domain/message/file-facts'
import { reason } from '@/lib/i18n/reason'
import { asId, asObject, asText, type JsonObject, toLabel } from '../reading/json'
import type { InboundRead, ReadFact, UnnumberedReading } from '../reading/number-facts'
import { readLocation } from '../reading/read-shared'
import {
  emptyReading,
  type ReadingContext,
  readPart,
  toContentKey,
  Unreadable,
} from '../reading/reading'
import { toTime } from '../reading/time'
import { readEventNote, readMenu } from './read-wechat-events'

/** A raw WeChat message (Facts §9), as JSON, or as the XML that WeChat itself sends. */
export function readWeChat(body: JsonObject, context: ReadingContext): UnnumberedReading {
  const reading = emptyReading('wechat.raw')
  const message = asObject(body.xml) ?? body
  const event = asText(message.MsgType) === 'event' ? (asText(message.Event) ?? '') : undefined
  if (event === undefined) readPart(reading, 'message', () => [toInbound(message, context)])
  else readPart(reading, 'event', () => readEvent(event, message, context))
  if (reading.facts.length + reading.problems.length === 0)
    reading.ignored.push(reason('delivery.rule.wechatEvent', { type: toLabel(event ?? '') }))
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
    const value = valueAt(text, opening.lastIndex)
    if (!value) break
    fields[tag[1] ?? ''] = value.text
    opening.lastIndex = value.end
  }
  return Object.keys(fields).length > 0 ? fields : undefined
}

const CDATA = '<![CDATA['
/** What stands in an element, and where it ends. A `]]>` in what was written parts it into two quoted pieces. */
function valueAt(text: string, start: number): { text: string; end: number } | undefined {
  if (!text.startsWith(CDATA, start)) {
    const end = text.indexOf('<', start)
    return end < 0 ? undefined : { text: toPlain(text.slice(start, end)), end }
  }
  const pieces: string[] = []
  let end = start
  while (text.startsWith(CDATA, end)) {
    const close = text.indexOf(']]>', end)
    if (close < 0) return undefined
    pieces.push(text.slice(end + CDATA.length, close))
    end = close + ']]>'.length
  }
  return { text: pieces.join(''), end }
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

function toPlain(text: string): string {
  return text.replace(
    /&(?:(lt|gt|quot|apos|amp)|#(x[0-9a-f]{1,6}|\d{1,7}));/gi,
    (all, name, code) =>
      name ? (ENTITIES[String(name).toLowerCase()] ?? all) : toSign(String(code)),
  )
}

/** A character by its number, decimal or after an x. */
function toSign(code: string): string {
  const number = /^x/i.test(code) ? Number.parseInt(code.slice(1), 16) : Number(code)
  return number <= 0x10ffff ? String.fromCodePoint(number) : '\uFFFD'
}

function memberOf(message: JsonObject): string {
  const id = asId(message.FromUserName)
  if (!id) throw new Unreadable(reason('delivery.problem.noSender'))
  return id
}

function readEvent(event: string, message: JsonObject, context: ReadingContext): ReadFact[] {
  const content = readMenu(event, message)
  if (content) return [toInbound(message, context, { content, media: [] })]
  const memberExternalId = memberOf(message)
  const at = toTime(message.CreateTime, context.receivedAt)
  const note = readEventNote(event, message, memberExternalId, at)
  return note ? [{ type: 'notice', memberExternalId, at, ...note }] : []
}

function toInbound(
  message: JsonObject,
  context: ReadingContext,
  fact: FactContent = readContent(message),
): InboundRead {
  const memberExternalId = memberOf(message)
  return {
    type: 'inbound',
    source: 'raw',
    memberExternalId,
    platformMessageId: asId(message.MsgId),
    at: toTime(message.CreateTime, context.receivedAt),
    ...fact,
    ...toContentKey(memberExternalId, fact),
  }
}

const ONLY_FOR_THE_ACCOUNT = reason('delivery.file.wechatAccountOnly')

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

/** A page, or a page of a mini program, that was passed on. */
const CARDS = ['link', 'miniprogrampage']

function readWords(type: string, message: JsonObject): FactContent['content'] {
  const words = asText(message.Content)
  if (type === 'text' && words !== undefined) return { type: 'text', text: words }
  const place = { latitude: message.Location_X, longitude: message.Location_Y }
  const location = readLocation(place, asText(message.Label) || undefined)
  if (location) return location
  const title = asText(message.Title)
  if (CARDS.includes(type) && title !== undefined) {
    const card = { title, text: asText(message.Description), url: asText(message.Url), choices: [] }
    return { type: 'cards', cards: [card] }
  }
  return { type: 'unknown', label: type, text: words }
}
