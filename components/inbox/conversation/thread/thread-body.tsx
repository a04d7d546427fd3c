'use client'

import { MessageSquareDashed } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Notice } from '@/components/ui/feedback/notice'
import { useThread } from '@/lib/client/conversation/thread'
import { useHandOver } from '@/lib/client/owner/ownership'
import type { Viewer } from '@/lib/domain/people/viewer'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConversationView } from '@/lib/view/conversation-view'
import { useMarkSeen } from '../scroll/use-mark-seen'
import { usePageEdges } from '../scroll/use-page-edges'
import { useVisitStart } from '../scroll/use-visit-start'
import { MessageList } from './message-list'
import { ThreadFrameProvider } from './thread-context'
import { ThreadError } from './thread-error'
import { ThreadOverlays } from './thread-overlays'
import { toRows } from './thread-rows'
import { ThreadSkeleton } from './thread-skeleton'
import { useThreadFrameState } from './use-thread-frame-state'

/** The messages of a conversation, with what opens above them: pictures and the history of a message. */
export function ThreadBody({
  conversation,
  viewer,
}: {
  conversation: ConversationView
  viewer: Viewer
}) {
  const thread = useThread(conversation.id)
  const { messages, activities, hasOlder, isLoading, error, refetch } = thread
  const { frame, overlays } = useThreadFrameState(conversation, viewer)
  // The list says when its end is on screen: what nobody has seen is not read.
  const [atEnd, setAtEnd] = useState(false)
  const visit = useVisitStart(conversation, messages, isLoading)
  const edges = usePageEdges(messages[0]?.id)
  const { timeZone } = frame
  const handOver = useHandOver(conversation)
  const rows = useMemo(
    () =>
      toRows(messages, activities, {
        timeZone,
        complete: !hasOlder,
        unreadFrom: visit?.unreadFrom,
        edges,
        handOver,
      }),
    [messages, activities, timeZone, hasOlder, visit?.unreadFrom, edges, handOver],
  )
  useMarkSeen(conversation, messages, atEnd && visit !== undefined)

  if (isLoading) return <ThreadSkeleton />
  if (error && messages.length === 0)
    return <ThreadError error={error} onRetry={refetch} onBack={refetch} />
  if (rows.length === 0) return <EmptyThread name={conversation.member.name} />
  return (
    <ThreadFrameProvider frame={frame}>
      <MessageList
        conversationId={conversation.id}
        rows={rows}
        messages={messages}
        older={{
          has: hasOlder,
          isLoading: thread.isLoadingOlder,
          error,
          load: thread.loadOlder,
        }}
        target={overlays.target}
        onJumped={overlays.onJumped}
        startAtEnd={visit?.unreadFrom !== undefined}
        onAtEnd={setAtEnd}
      />
      <ThreadOverlays conversationId={conversation.id} overlays={overlays} messages={messages} />
    </ThreadFrameProvider>
  )
}

function EmptyThread({ name }: { name: string }) {
  const { t } = useTranslator()
  return (
    <div
      role="log"
      aria-label={t('conversation.thread.messages')}
      className="grid min-h-0 flex-1 place-items-center"
    >
      <Notice icon={<MessageSquareDashed />} title={t('conversation.thread.emptyTitle')}>
        {t('conversation.thread.emptyText', { member: name })}
      </Notice>
    </div>
  )
}
