import { toHash } from '../reading/hash'
import { asId, type JsonObject, toCanonicalJson } from '../reading/json'
import type { InboundRead, OutboundRead } from '../reading/number-facts'

/** The apps in which people of a page answer: its own inbox at Facebook, and that of Instagram (Facts §8). */
const INBOX_APPS = ['263902037430900', '1217981644879628']

/**
 * Who wrote what the platform echoes: a person in the page's own inbox, or an app, whose lines Stella tells as outbound
 * events. An echo that names no app may be either.
 */
export function authorOfEcho(message: JsonObject | undefined): 'person' | 'app' | 'unsure' {
  const app = asId(message?.app_id)
  if (app === undefined) return 'unsure'
  return INBOX_APPS.includes(app) ? 'person' : 'app'
}

/** An echo, read as if its sender were a member, as what it is: a line of our side. */
export function toEcho(
  event: JsonObject,
  message: JsonObject | undefined,
  inbound: InboundRead,
): OutboundRead {
  const { memberExternalId, platformMessageId, at, replyToPlatformId, context } = inbound
  return {
    type: 'outbound',
    author: 'page',
    memberExternalId,
    platformMessageId,
    at,
    replyToPlatformId,
    context,
    unsure: authorOfEcho(message) !== 'person' || undefined,
    fallbackKey: toHash(['echo', memberExternalId, at, toCanonicalJson(event)].join('\n')),
    content: inbound.content,
    media: inbound.media,
  }
}
