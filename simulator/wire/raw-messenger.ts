import type { Channel, Member } from '../state'
import { type Inbound, toLinkedMedia } from './inbound'
import type { SaidNow } from './said'

/** One bare element of `entry[].messaging[]`, which is what Stella most likely passes on (Facts §8). */
export function toRawMessenger(channel: Channel, member: Member, inbound: Inbound): object {
  return {
    sender: { id: member.externalId },
    recipient: { id: channel.externalId },
    timestamp: inbound.at,
    ...toContent(inbound.id, inbound.said),
  }
}

function toContent(mid: string, said: SaidNow) {
  if (said.type === 'reaction') {
    const reaction = { mid: said.messageId, action: 'react', emoji: said.emoji, reaction: 'other' }
    return { reaction }
  }
  if (said.type === 'tap' && said.via === 'postback')
    return { postback: { mid, title: said.title, payload: said.payload } }
  return { message: { mid, ...toMessage(said) } }
}

function toMessage(said: Exclude<SaidNow, { type: 'reaction' }>): Record<string, unknown> {
  switch (said.type) {
    case 'text':
      return { text: said.text, ...(said.replyTo ? { reply_to: { mid: said.replyTo } } : {}) }
    case 'tap':
      return { text: said.title, quick_reply: { payload: said.payload } }
    case 'location': {
      const coordinates = { lat: said.latitude, long: said.longitude }
      return { attachments: [{ type: 'location', payload: { coordinates } }] }
    }
    case 'contact':
      return { text: `${said.name} ${said.phone}` }
    case 'media': {
      const words = said.media.caption ? { text: said.media.caption } : {}
      return { ...words, attachments: [toLinkedMedia(said.media)] }
    }
  }
}
