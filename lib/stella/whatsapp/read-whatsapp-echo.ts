import { reason } from '@/lib/i18n/reason'
import { toHash } from '../reading/hash'
import { asId, asObject, type Json, type JsonObject, toCanonicalJson } from '../reading/json'
import type { ReadFact } from '../reading/number-facts'
import { type ReadingContext, Unreadable } from '../reading/reading'
import { toTime } from '../reading/time'
import { readWhatsappContent } from './read-whatsapp-content'
import { contextOf, readEdit, readMark } from './read-whatsapp-message'
import { type Person, toNames, toPerson } from './read-whatsapp-people'

/** One element of `message_echoes`: a colleague wrote in the WhatsApp Business app on the phone. */
export function readEcho(
  value: Json,
  people: Person[],
  ours: Set<string>,
  context: ReadingContext,
): ReadFact[] {
  const echo = asObject(value)
  if (!echo) throw new Unreadable(reason('delivery.problem.notAnObject'))
  const names = toNames(toPerson(recipientOf(echo, ours), people))
  const memberExternalId = asId(echo.group_id) ?? names.id
  if (!memberExternalId) throw new Unreadable(reason('delivery.problem.noRecipient'))
  const at = toTime(echo.timestamp, context.receivedAt)
  const alsoKnownAs = memberExternalId === names.id ? names.alsoKnownAs : undefined
  const mark = readMark(echo, { memberExternalId, alsoKnownAs, by: 'us' }, at)
  if (mark) return mark
  const { body, id: platformMessageId, isEdit } = readEdit(echo)
  return [
    {
      type: 'outbound',
      author: 'phone',
      memberExternalId,
      alsoKnownAs,
      platformMessageId,
      at,
      replyToPlatformId: asId(asObject(body.context)?.id),
      context: contextOf(body, undefined, isEdit, at),
      fallbackKey: toHash(['echo', memberExternalId, at, toCanonicalJson(echo)].join('\n')),
      ...readWhatsappContent(body),
    },
  ]
}

/** To whom it went, as the echo itself says. */
export function recipientOf(echo: JsonObject, ours: Set<string>): Person {
  const to = asId(echo.to) ?? asId(echo.recipient_id)
  return {
    number: to && !ours.has(to) ? to : undefined,
    userId: asId(echo.to_user_id) ?? asId(echo.recipient_user_id),
  }
}
