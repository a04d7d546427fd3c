import type { NoticeFact } from '@/lib/domain/message/webhook-facts'
import { reason } from '@/lib/i18n/reason'
import { toHash } from '../reading/hash'
import { asId, asObject, asText, type JsonObject, toCanonicalJson } from '../reading/json'
import { type ReadingContext, Unreadable } from '../reading/reading'
import { toTime } from '../reading/time'
import { typeOf } from './read-whatsapp-content'

/** What WhatsApp tells about the member in the form of a message; undefined for a message of the member. */
export function readSystem(message: JsonObject, context: ReadingContext): NoticeFact | undefined {
  const type = typeOf(message)
  if (type !== 'system' && type !== 'request_welcome') return undefined
  const system = asObject(message.system) ?? {}
  const number = asId(message.from)
  const userId = asId(message.from_user_id)
  const memberExternalId = number ?? userId ?? asId(system.user) ?? asId(system.customer)
  if (!memberExternalId) throw new Unreadable(reason('delivery.problem.notice'))
  const movedTo = movedToOf(system)
  return {
    type: 'notice',
    memberExternalId,
    alsoKnownAs: number && userId !== number ? userId : undefined,
    notice: type === 'request_welcome' ? 'opened-chat' : noticeOf(system, movedTo),
    detail: asText(system.body)?.trim() || undefined,
    key: asId(message.id) ?? toHash(toCanonicalJson(message)),
    at: toTime(message.timestamp, context.receivedAt),
    movedTo: movedTo === memberExternalId ? undefined : movedTo,
  }
}

/** Older events say `customer_…` for what newer ones call `user_…`. */
function noticeOf(system: JsonObject, movedTo: string | undefined): NoticeFact['notice'] {
  if (asText(system.type)?.endsWith('_identity_changed')) return 'identity-changed'
  return movedTo ? 'id-changed' : 'noticed'
}

/** The new id: `new_wa_id` in older events, `wa_id` in newer ones, a user id where the number is hidden. */
function movedToOf(system: JsonObject): string | undefined {
  const type = asText(system.type) ?? ''
  if (type.endsWith('_changed_number')) return asId(system.new_wa_id) ?? asId(system.wa_id)
  if (type.endsWith('_changed_user_id')) return asId(system.new_user_id) ?? asId(system.user_id)
  return asId(system.new_wa_id)
}
