import type { Channel, Member } from '../state'
import { type Inbound, toLinkedMedia } from './inbound'
import type { PerformedAction } from './member-action'

/** One bare element of `entry[].messaging[]`, which is what Stella most likely passes on (Facts §8). */
export function toRawMessenger(channel: Channel, member: Member, inbound: Inbound): object {
  return {
    sender: { id: member.externalId },
    recipient: { id: channel.externalId },
    timestamp: inbound.at,
    ...toContent(inbound.id, inbound.action),
  }
}

function toContent(mid: string, action: PerformedAction) {
  if (action.type === 'reaction') {
    const reaction = {
      mid: action.messageId,
      action: 'react',
      emoji: action.emoji,
      reaction: 'other',
    }
    return { reaction }
  }
  if (action.type === 'tap' && action.via === 'postback')
    return { postback: { mid, title: action.title, payload: action.payload } }
  return { message: { mid, ...toMessage(action) } }
}

function toMessage(
  action: Exclude<PerformedAction, { type: 'reaction' }>,
): Record<string, unknown> {
  switch (action.type) {
    case 'text':
      return { text: action.text, ...(action.replyTo ? { reply_to: { mid: action.replyTo } } : {}) }
    case 'tap':
      return { text: action.title, quick_reply: { payload: action.payload } }
    case 'location': {
      const coordinates = { lat: action.latitude, long: action.longitude }
      return { attachments: [{ type: 'location', payload: { coordinates } }] }
    }
    case 'contact':
      return { text: `${action.name} ${action.phone}` }
    case 'media': {
      const words = action.media.caption ? { text: action.media.caption } : {}
      return { ...words, attachments: [toLinkedMedia(action.media)] }
    }
  }
}
