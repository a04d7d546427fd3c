import type { MediaView } from '@/lib/view/media-view'
import type { MessageView } from '@/lib/view/message-view'

/** Every picture of these messages that can be shown, in the order of the thread. */
export function toImages(messages: MessageView[]): MediaView[] {
  return messages
    .flatMap((message) => message.media)
    .filter((media) => media.kind === 'image' && isShown(media))
}

/** Of what has expired the thumbnail may still stand; what is no picture by its bytes is none. */
function isShown({ state, type, thumbnailUrl }: MediaView): boolean {
  if (state === 'expired') return thumbnailUrl !== undefined
  return state === 'stored' && (type?.startsWith('image/') ?? false)
}
