'use client'

import {
  type ThreadFrame,
  ThreadFrameProvider,
} from '@/components/inbox/conversation/thread/thread-context'
import { toBubbleLook } from '@/components/inbox/message/bubble-look'
import { MessageContent } from '@/components/inbox/message/message-content'
import type { LocalMessage } from '@/lib/client/message/bubble'
import type { Content } from '@/lib/domain/message/content'
import type { Viewer } from '@/lib/domain/people/viewer'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ChannelRef } from '@/lib/view/conversation-view'

interface ReplyPreviewProps {
  content: Content | undefined
  channel: ChannelRef
  memberName: string
  viewer: Viewer
}

/** What is being prepared, drawn by the same bubble that the thread will show. */
export function ReplyPreview({ content, channel, memberName, viewer }: ReplyPreviewProps) {
  const { t, timeZone } = useTranslator()
  const message = content && toMessage(content)
  return (
    <section
      aria-label={t('composer.form.preview')}
      className="flex min-h-24 flex-col items-end justify-center bg-bg p-4 max-md:border-t md:w-[360px] md:shrink-0 md:border-l"
    >
      {message ? (
        <ThreadFrameProvider frame={{ ...toFrame(channel, memberName, viewer), timeZone }}>
          <div
            className={`min-w-0 max-w-full rounded-xl rounded-br-[4px] border px-3 py-2 [overflow-wrap:anywhere] ${toBubbleLook(message)}`}
          >
            <MessageContent message={message} />
          </div>
        </ThreadFrameProvider>
      ) : (
        <p className="w-full text-center text-list text-muted">{t('composer.form.previewEmpty')}</p>
      )}
    </section>
  )
}

function toMessage(content: Content): LocalMessage {
  const now = new Date(0).toISOString()
  return {
    id: 'preview',
    conversationId: '',
    feed: 0,
    author: 'agent',
    kind: content.type,
    content,
    sentAt: now,
    receivedAt: now,
    order: '',
    reactions: [],
    media: [],
  }
}

/** A preview has no thread around it to jump in; its long texts stand open. */
function toFrame(
  channel: ChannelRef,
  memberName: string,
  viewer: Viewer,
): Omit<ThreadFrame, 'timeZone'> {
  const nothing = () => {}
  return {
    viewer,
    memberName,
    channel,
    showInfo: nothing,
    showMedia: nothing,
    jumpTo: nothing,
    isUnfolded: () => true,
    unfold: nothing,
  }
}
