'use client'

import { toImages } from '@/components/inbox/media/thread-images'
import { deferred } from '@/components/ui/deferred/deferred'
import type { MessageView } from '@/lib/view/message-view'
import type { Overlays } from './use-thread-frame-state'

const Lightbox = deferred(
  async () => (await import('@/components/inbox/media/lightbox/lightbox')).Lightbox,
)
const PassportDialog = deferred(
  async () => (await import('@/components/inbox/message/passport-dialog')).PassportDialog,
)

interface ThreadOverlaysProps {
  conversationId: string
  overlays: Overlays
  messages: MessageView[]
}

/** What opens above a thread. */
export function ThreadOverlays({ conversationId, overlays, messages }: ThreadOverlaysProps) {
  const { info, mediaId, showMedia, closeInfo, closeMedia } = overlays
  return (
    <>
      {info && <PassportDialog message={info.message} raw={info.raw} onClose={closeInfo} />}
      {mediaId && (
        <Lightbox
          conversationId={conversationId}
          images={toImages(messages)}
          shownId={mediaId}
          onShow={showMedia}
          onClose={closeMedia}
        />
      )}
    </>
  )
}
