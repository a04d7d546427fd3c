import type { MediaView, MessageView } from '@/lib/domain/conversation'

/** Every picture of these messages that can be shown, in the order of the thread. */
export function toImages(messages: MessageView[]): MediaView[] {
  return messages
    .flatMap((message) => message.media)
    .filter((media) => media.kind === 'image' && media.state === 'stored')
}
