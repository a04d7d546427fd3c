import type { PerformedAction, SentMedia } from './member-action'

/** One message of a member, before it takes a wire form. */
export interface Inbound {
  /** The platform's id of the message. */
  id: string
  /** Epoch milliseconds. */
  at: number
  action: PerformedAction
}

/** Epoch ms to the whole seconds in a string of WhatsApp's inbound events. */
export function toSeconds(at: number): string {
  return String(Math.floor(at / 1000))
}

/** Messenger's own attachment types: image, video, audio, file (Facts §8). */
export function toLinkedMedia(media: SentMedia) {
  const types = { image: 'image', video: 'video', voice: 'audio', audio: 'audio', document: 'file' }
  const type = media.kind === 'sticker' ? 'image' : types[media.kind]
  return { type, payload: { url: media.url } }
}
