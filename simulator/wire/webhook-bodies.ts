import type {
  MessageEvent,
  NormalizedInbound,
  OutboundEvent,
  OutboundType,
} from '@/lib/stella/wire'
import type { Unfetched } from '../media/sent'
import type { Channel, Member } from '../state'
import { type Inbound, toLinkedMedia, toSeconds } from './inbound'
import type { PerformedAction, SentMedia } from './member-action'
import { toRawMessenger } from './raw-messenger'
import { toRawWhatsapp } from './raw-whatsapp'

/**
 * The raw event of an inbound message, or undefined where the platform's raw form is not documented well enough to
 * imitate: WhatsApp is flat (channel-webhooks.txt), Messenger and Instagram are the bare event (Facts §8).
 */
export function toRaw(channel: Channel, member: Member, inbound: Inbound): object | undefined {
  if (channel.platform === 'whatsapp') return toRawWhatsapp(channel, member, inbound)
  if (channel.platform === 'messenger' || channel.platform === 'instagram') {
    return toRawMessenger(channel, member, inbound)
  }
  return undefined
}

/**
 * The normalized event (channel-webhooks.txt; Facts §3.3): on WhatsApp seconds in a string and no message id,
 * elsewhere milliseconds and `messageId`. A reaction has no normalized form.
 */
export function toNormalized(
  channel: Channel,
  member: Member,
  { id, at, action }: Inbound,
): NormalizedInbound | undefined {
  const content = toNormalizedContent(channel, action)
  if (!content) return undefined
  const ends = { from: member.externalId, to: channel.externalId }
  if (channel.platform === 'whatsapp') return { ...ends, timestamp: toSeconds(at), ...content }
  const origin = channel.platform === 'messenger' ? { origin: 'MESSENGER' } : {}
  return { ...ends, timestamp: at, messageId: id, ...origin, ...content }
}

/** The outbound event of channel-webhooks.txt; `messageId` goes missing when the platform does not tell it. */
export function toOutbound(
  type: OutboundType,
  channel: Channel,
  messageEvent: MessageEvent,
): OutboundEvent {
  return { type, app: channel.app, channel: channel.id, messageEvent }
}

/** A WhatsApp status in the flat on-premises form (Facts §7.4); `at` in epoch ms. */
export function toStatus(
  member: Member,
  messageId: string,
  status: string,
  at: number,
  failure: Unfetched = WINDOW_CLOSED,
): object {
  const base = { id: messageId, recipient_id: member.externalId, status, timestamp: toSeconds(at) }
  if (status === 'sent') return { statuses: [{ ...base, type: 'message' }] }
  if (status !== 'failed') return { statuses: [base] }
  return { statuses: [{ ...base, errors: [failure] }] }
}

const WINDOW_CLOSED: Unfetched = {
  code: 470,
  title:
    'Message failed to send because more than 24 hours have passed since the customer last replied',
}

function toNormalizedContent(channel: Channel, action: PerformedAction) {
  if (action.type === 'reaction') return undefined
  if (action.type === 'text') return { type: 'TEXT', data: { text: action.text } }
  if (action.type === 'tap')
    return { type: 'PAYLOAD', data: { payload: action.payload, text: action.title } }
  const text = action.type === 'media' && action.media.caption ? { text: action.media.caption } : {}
  return { type: 'MISC', data: { attachments: [toAttachment(channel, action)], ...text } }
}

function toAttachment(
  channel: Channel,
  action: Exclude<PerformedAction, { type: 'text' | 'tap' | 'reaction' }>,
) {
  if (action.type === 'location') {
    const { type: _, ...place } = action
    return { type: 'LOCATION', ...place }
  }
  if (action.type === 'contact') return { type: 'CONTACT', name: action.name, phone: action.phone }
  return channel.platform === 'whatsapp'
    ? toWhatsappMedia(action.media)
    : toLinkedMedia(action.media)
}

const WHATSAPP_ATTACHMENT = {
  image: 'IMAGE',
  video: 'VIDEO',
  voice: 'VOICE',
  audio: 'AUDIO',
  document: 'FILE',
  sticker: 'STICKER',
} as const

function toWhatsappMedia(media: SentMedia) {
  const name = media.kind === 'document' ? { filename: media.fileName } : {}
  return { type: WHATSAPP_ATTACHMENT[media.kind], waMediaId: media.id, ...name }
}
