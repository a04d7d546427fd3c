'use client'

import { useAction } from '@/lib/client/browser/actions'
import { useConversation } from '@/lib/client/conversation/conversations'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ThreadPaneProps } from './pane-props'
import { ThreadError } from './thread-error'
import { ThreadSkeleton } from './thread-skeleton'
import { ThreadView } from './thread-view'

/** One conversation: its header, its messages and the composer. */
export function ThreadPane(props: ThreadPaneProps) {
  const { t } = useTranslator()
  const { conversationId, panelOpen, onTogglePanel, onBack } = props
  const { data: conversation, error, refetch } = useConversation(conversationId)
  useAction({
    id: 'panel',
    label: panelOpen ? t('conversation.header.hidePanel') : t('conversation.header.showPanel'),
    keys: ']',
    section: 'conversation',
    run: onTogglePanel,
  })
  if (conversation)
    return <ThreadView key={conversationId} {...props} conversation={conversation} />
  return (
    <section
      aria-label={t('conversation.thread.label')}
      className="flex min-h-0 min-w-0 flex-1 flex-col bg-bg"
    >
      {error ? (
        <ThreadError error={error} onRetry={refetch} onBack={onBack} />
      ) : (
        <ThreadSkeleton withHeader />
      )}
    </section>
  )
}
