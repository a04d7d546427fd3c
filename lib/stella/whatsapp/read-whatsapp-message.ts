import { type MessageContext, toContext } from '@/lib/domain/message/message-context'
import type { ReactionFact } from '@/lib/domain/message/webhook-facts'
import { reason } from '@/lib/i18n/reason'
import { asId, asObject, type Json, type JsonObject } from '../reading/json'
import type { InboundRead, ReadFact } from '../reading/number-facts'
import { readReferral, toEmoji } from '../reading/read-shared'
import { type ReadingContext, toContentKey, Unreadable } from '../reading/reading'
import { toTime } from '../reading/time'
import { readWhatsappContent, typeOf } from './read-whatsapp-content'
import { type Person, toNames, toPerson } from './read-whatsapp-people'
import { readSystem } from './read-whatsapp-system'

/** One element of `messages`: what a member said, or did to a message, or what WhatsApp tells of them. */
export function readMessage(value: Json, people: Person[], context: ReadingContext): ReadFact[] {
  const message = asObject(value)
  if (!message) throw new Unreadable(reason('delivery.problem.notAnObject'))
  const system = readSystem(message, context)
  if (system) return [system]
  const person = toPerson(senderOf(message), people)
  const { id, alsoKnownAs } = toNames(person)
  if (!id) throw new Unreadable(reason('delivery.problem.noSender'))
  const at = toTime(message.timestamp, context.receivedAt)
  return (
    readMark(message, { memberExternalId: id, alsoKnownAs, by: 'member' }, at) ?? [
      toInbound(message, { id, alsoKnownAs, name: person?.name }, at),
    ]
  )
}

/** Who wrote it, as the message itself says. */
export function senderOf(message: JsonObject): Person {
  return { number: asId(message.from), userId: asId(message.from_user_id) }
}

/** Whose mark it is: what a member did, or our side in the conversation with them. */
type MarkedBy = Pick<ReactionFact, 'memberExternalId' | 'alsoKnownAs' | 'by'>

/** What is done to a message that is there already: a reaction, or that it was deleted. Undefined for other types. */
export function readMark(message: JsonObject, about: MarkedBy, at: number): ReadFact[] | undefined {
  const type = typeOf(message)
  if (type === 'reaction') return [toReaction(message, about, at)]
  if (type !== 'revoke') return undefined
  const platformMessageId = asId(asObject(message.revoke)?.original_message_id)
  if (!platformMessageId) throw new Unreadable(reason('delivery.problem.deletion'))
  return [{ type: 'receipt', platformMessageId, status: 'deleted', at }]
}

/**
 * The message as it reads now, and under which id: an edit brings the new words for the one it names (Facts §7.3).
 */
export function readEdit(message: JsonObject): { body: JsonObject; id?: string; isEdit: boolean } {
  if (typeOf(message) !== 'edit') return { body: message, id: asId(message.id), isEdit: false }
  const edit = asObject(message.edit)
  const body = asObject(edit?.message)
  const id = asId(edit?.original_message_id)
  if (!body || !id) throw new Unreadable(reason('delivery.problem.edit'))
  return { body, id, isEdit: true }
}

interface Sender {
  id: string
  alsoKnownAs?: string
  name?: string
}

function toInbound(message: JsonObject, sender: Sender, at: number): InboundRead {
  // A group has one thread, which is not named after whoever wrote in it last.
  const groupId = asId(message.group_id) ?? asId(asObject(message.context)?.group_id)
  const memberExternalId = groupId ?? sender.id
  const { body, id, isEdit } = readEdit(message)
  const content = readWhatsappContent(body)
  return {
    type: 'inbound',
    source: 'raw',
    memberExternalId,
    platformMessageId: id,
    at,
    replyToPlatformId: asId(asObject(body.context)?.id),
    profileName: groupId ? undefined : sender.name,
    alsoKnownAs: groupId ? undefined : sender.alsoKnownAs,
    context: contextOf(body, groupId ? (sender.name ?? sender.id) : undefined, isEdit, at),
    ...content,
    ...toContentKey(memberExternalId, content),
  }
}

/** What stands around the words of one message, whoever wrote it. */
export function contextOf(
  message: JsonObject,
  sender: string | undefined,
  isEdit: boolean,
  at: number,
): MessageContext | undefined {
  const context = asObject(message.context)
  const product = asObject(context?.referred_product)
  const productId = asId(product?.product_retailer_id)
  return toContext({
    sender,
    forwarded: context?.frequently_forwarded ? 'often' : context?.forwarded ? 'once' : undefined,
    referral: readReferral(message.referral),
    product: productId ? { productId, catalogId: asId(product?.catalog_id) } : undefined,
    editedAt: isEdit ? new Date(at).toISOString() : undefined,
  })
}

/** An empty or missing emoji takes the reaction away; a sample of Meta's spells `messsage_id` (Facts §7.2). */
function toReaction(message: JsonObject, about: MarkedBy, at: number): ReactionFact {
  const reaction = asObject(message.reaction)
  const platformMessageId = asId(reaction?.message_id) ?? asId(reaction?.messsage_id)
  if (!platformMessageId) throw new Unreadable(reason('delivery.problem.reaction'))
  return { type: 'reaction', ...about, platformMessageId, emoji: toEmoji(reaction?.emoji), at }
}
