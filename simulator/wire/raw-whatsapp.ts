import type { Channel, Member } from '../state'
import { type Inbound, toSeconds } from './inbound'
import type { PerformedAction } from './member-action'

/**
 * The flat on-premises body with its keys in the order of the samples in channel-webhooks.txt;
 * one example per type stands in Facts §7.3.
 */
export function toRawWhatsapp(
  channel: Channel,
  member: Member,
  { id, at, action }: Inbound,
): object {
  const profile = member.name ? { name: member.name } : {}
  const message = {
    from: member.externalId,
    id,
    timestamp: toSeconds(at),
    ...toContent(action),
    ...toContext(channel, action),
  }
  return { contacts: [{ profile, wa_id: member.externalId }], messages: [inSampleOrder(message)] }
}

function toContent(action: PerformedAction): { type: string } & Record<string, unknown> {
  switch (action.type) {
    case 'text':
      return { type: 'text', text: { body: action.text } }
    case 'media':
      return toMedia(action.media)
    case 'tap':
      return toTap(action)
    case 'location': {
      const { type, ...location } = action
      return { type, location }
    }
    case 'contact': {
      const name = { formatted_name: action.name, first_name: action.name }
      return {
        type: 'contacts',
        contacts: [{ name, phones: [{ phone: action.phone, type: 'CELL' }] }],
      }
    }
    case 'reaction':
      return { type: 'reaction', reaction: { message_id: action.messageId, emoji: action.emoji } }
  }
}

/** A template's button comes back as `button`, a list's row and a reply button as `interactive` (Facts §7.3). */
function toTap({ title, payload, via }: Extract<PerformedAction, { type: 'tap' }>) {
  if (via === 'template') return { type: 'button', button: { text: title, payload } }
  const reply = { id: payload, title }
  const interactive =
    via === 'list'
      ? { type: 'list_reply', list_reply: reply }
      : { type: 'button_reply', button_reply: reply }
  return { type: 'interactive', interactive }
}

function toMedia({
  id,
  kind,
  mime,
  sha256,
  caption,
  fileName,
}: Extract<PerformedAction, { type: 'media' }>['media']) {
  const file = kind === 'document' ? { filename: fileName } : {}
  const flags = kind === 'sticker' ? { animated: false } : {}
  const words = caption === undefined ? {} : { caption }
  return { type: kind, [kind]: { id, mime_type: mime, sha256, ...file, ...words, ...flags } }
}

function toContext(channel: Channel, action: PerformedAction) {
  const replyTo = 'replyTo' in action ? action.replyTo : undefined
  return replyTo ? { context: { from: channel.externalId, id: replyTo } } : {}
}

/** The samples' keys stand in alphabetical order. */
function inSampleOrder(message: Record<string, unknown>) {
  return Object.fromEntries(Object.entries(message).sort(([a], [b]) => (a < b ? -1 : 1)))
}
