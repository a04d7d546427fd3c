import type { Reading } from '@/lib/domain/fact'
import { asArray, asId, asObject, type Json, type JsonObject } from './json'
import { readMessenger } from './read-messenger'
import { readNormalized } from './read-normalized'
import { readOutbound } from './read-outbound'
import { readWhatsApp } from './read-whatsapp'
import { emptyReading, type ReadingContext } from './reading'

/**
 * What one webhook body means. Total: every sequence of bytes gives a reading; what no reader knows is a
 * problem in words, never an exception. The order of the tests is platform.md §3.2.
 */
export function readDelivery(bytes: Uint8Array, context: ReadingContext): Reading {
  const text = new TextDecoder('utf-8').decode(bytes)
  let body: Json
  try {
    body = JSON.parse(text)
  } catch (error) {
    return quarantine(`The body is not JSON: ${error instanceof Error ? error.message : error}`)
  }
  try {
    return withPlaces(classify(body, context))
  } catch (error) {
    return quarantine(`The reader failed: ${error instanceof Error ? error.message : error}`)
  }
}

/** Ids and the order of lines derive from the place in the body: it is counted over the whole of it, once. */
function withPlaces(reading: Reading): Reading {
  const facts = reading.facts.map((fact, place) => ('place' in fact ? { ...fact, place } : fact))
  return { ...reading, facts }
}

function classify(body: Json, context: ReadingContext): Reading {
  if (Array.isArray(body)) return readEach(body, context)
  const object = asObject(body)
  if (!object) return quarantine('The body is neither an object nor an array.')
  if (isDeauthorize(object)) return readDeauthorize(object)
  if (isOutbound(object)) return readOutbound(object, context)
  if (isWhatsApp(object)) return readWhatsApp(object, context)
  if (isMessenger(object)) return readMessenger(object, context)
  if (isNormalized(object)) return readNormalized(object, context)
  return quarantine('No reader knows this shape.')
}

/** Some relays hand on a platform's array as it is: each element stands alone. */
function readEach(elements: Json[], context: ReadingContext): Reading {
  if (elements.length === 0) return { ...emptyReading('array'), ignored: ['an empty array'] }
  const readings = elements.map((element) =>
    Array.isArray(element) ? quarantine('An array inside an array.') : classify(element, context),
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

function readDeauthorize(body: JsonObject): Reading {
  const reading = emptyReading('deauthorize')
  reading.facts.push({ type: 'deauthorized', account: asId(body.account) ?? '' })
  return reading
}

function isOutbound(body: JsonObject) {
  return asObject(body.messageEvent) !== undefined && typeof body.type === 'string'
}

function isWhatsApp(body: JsonObject) {
  return (
    body.object === 'whatsapp_business_account' ||
    Array.isArray(body.messages) ||
    Array.isArray(body.statuses) ||
    Array.isArray(body.errors)
  )
}

function isMessenger(body: JsonObject) {
  if (body.object === 'page' || body.object === 'instagram') return true
  if (asObject(body.sender) && asObject(body.recipient)) return true
  return asArray(body.messaging).length > 0 || asObject(body.messaging) !== undefined
}

function isNormalized(body: JsonObject) {
  return (
    asId(body.from) !== undefined && asId(body.to) !== undefined && typeof body.type === 'string'
  )
}

function quarantine(problem: string): Reading {
  return { ...emptyReading(), problems: [problem.toWellFormed().replaceAll('\u0000', '\uFFFD')] }
}
