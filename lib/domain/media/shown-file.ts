import type { OrderKey } from '../conversation/order'
import type { MediaRow } from '../rows'

/** A file as people may see it: nothing of where its bytes come from. */
export type ShownFile = Omit<
  MediaRow,
  'messageId' | 'conversationId' | 'channelId' | 'whatsappMediaId' | 'sourceUrl' | 'sha256'
>

/** A file with its message, and where that stands in the thread. */
export type GalleryFile = ShownFile & OrderKey & { messageId: string }
