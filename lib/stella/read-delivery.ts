import type { Reading } from '@/lib/domain/fact'
import { toErrorText } from '@/lib/errors'
import { type Reason, reason } from '@/lib/i18n/reason'
import { readMessenger } from './messenger/read-messenger'
import { readNormalized } from './normalized/read-normalized'
import { readOutbound } from './outbound/read-outbound'
import { asArray, asId, asObject, type Json, type JsonObject } from './reading/json'
import { numberFacts, type UnnumberedReading } from './reading/number-facts'
import { parseJson } from './reading/parse-json'
import { emptyReading, type ReadingContext } from './reading/reading'
import { readSlack } from './slack/read-slack'
import { readTelegram } from './telegram/read-telegram'
import { parseWeChatXml, readWeChat } from './wechat/read-wechat'
import { readWhatsApp, tellsOfConversation } from './whatsapp/read-whatsapp'
import { isWoztellExtra, readWoztellExtra } from './woztell/read-woztell'

/**
 * What one webhook body means. Total: every sequence of bytes gives a reading; what no reader knows is a
 * problem, never an exception. The order of the tests is Facts §3.2, but for deauthorize.
 */
export function readDelivery(bytes: Uint8Array, context: ReadingContext): Reading {
  return numberFacts(readBody(DECODER.decode(bytes), context))
}

const DECODER = new TextDecoder('utf-8')

function readBody(text: string, context: ReadingContext): UnnumberedReading {
  let body: Json
  try {
    body = parseJson(text)
  } catch (error) {
    const xml = parseWeChatXml(text)
    if (xml) return readWeChat(xml, context)
    return quarantine(reason('delivery.problem.notJson', { error: toErrorText(error) }))
  }
  try {
    return classify(body, context)
  } catch (error) {
    return quarantine(reason('delivery.problem.reader', { error: toErrorText(error) }))
  }
}

function classify(body: Json, context: ReadingContext): UnnumberedReading {
  if (Array.isArray(body)) return readEach(body, context)
  const object = asObject(body)
  if (!object) return quarantine(reason('delivery.problem.noValue'))
  if (isOutbound(object)) return readOutbound(object, context)
  if (isWhatsApp(object)) return readWhatsApp(object, context)
  if (isMessenger(object)) return readMessenger(object, context)
  if (isTelegram(object)) return readTelegram(object, context)
  if (isSlack(object)) return readSlack(object, context)
  if (isWeChat(object)) return readWeChat(object, context)
  if (isNormalized(object)) return readNormalized(object, context)
  if (isWoztellExtra(object)) return readWoztellExtra(object, context)
  // Last, because it stops all sending: a body that is anything else is read as that.
  if (isDeauthorize(object)) return readDeauthorize(object)
  return quarantine(reason('delivery.problem.unknownShape'))
}

/** Some relays hand on a platform's array as it is: each element stands alone. */
function readEach(elements: Json[], context: ReadingContext): UnnumberedReading {
  if (elements.length === 0)
    return { ...emptyReading('array'), ignored: [reason('delivery.rule.emptyArray')] }
  const readings = elements.map((element) =>
    Array.isArray(element)
      ? quarantine(reason('delivery.problem.nestedArray'))
      : classify(element, context),
  )
  return {
    name: readings[0]?.name,
    facts: readings.flatMap((reading) => reading.facts),
    ignored: readings.flatMap((reading) => reading.ignored),
    problems: readings.flatMap((reading) => reading.problems),
  }
}

function isDeauthorize(body: JsonObject) {
  return typeof body.account === 'string' && !body.messageEvent && !body.from && !body.messages
}

function readDeauthorize(body: JsonObject): UnnumberedReading {
  const reading = emptyReading('deauthorize')
  reading.facts.push({ type: 'deauthorized', account: asId(body.account) ?? '' })
  return reading
}

function isOutbound(body: JsonObject) {
  return asObject(body.messageEvent) !== undefined && typeof body.type === 'string'
}

function isWhatsApp(body: JsonObject) {
  return body.object === 'whatsapp_business_account' || tellsOfConversation(body)
}

function isMessenger(body: JsonObject) {
  if (body.object === 'page' || body.object === 'instagram') return true
  if (asObject(body.sender) && asObject(body.recipient)) return true
  if (asObject(body.recipient) && asObject(body.optin)) return true
  return [body.messaging, body.standby].some(
    (events) => asArray(events).length > 0 || asObject(events) !== undefined,
  )
}

function isTelegram(body: JsonObject) {
  return asId(body.update_id) !== undefined
}

const SLACK_TYPES = ['event_callback', 'block_actions', 'url_verification', 'app_rate_limited']

function isSlack(body: JsonObject) {
  return typeof body.type === 'string' && SLACK_TYPES.includes(body.type)
}

function isWeChat(body: JsonObject) {
  const message = asObject(body.xml) ?? body
  return asId(message.MsgType) !== undefined && asId(message.FromUserName) !== undefined
}

function isNormalized(body: JsonObject) {
  return (
    asId(body.from) !== undefined && asId(body.to) !== undefined && typeof body.type === 'string'
  )
}

function quarantine(problem: Reason): UnnumberedReading {
  return { ...emptyReading(), problems: [problem] }
}
