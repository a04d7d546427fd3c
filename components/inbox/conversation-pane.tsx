'use client'

import { useEffect } from 'react'
import { ThreadPane } from '@/components/inbox/conversation/thread/thread-pane'
import { cn } from '@/components/ui/cn'
import { deferred } from '@/components/ui/deferred/deferred'
import { useAction } from '@/lib/client/browser/actions'
import { useConversation } from '@/lib/client/conversation/conversations'
import { currentLocation, goTo } from '@/lib/client/conversation/location'
import { useViewer } from '@/lib/client/people/use-viewer'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { usePanel } from '../shell/use-panel'

const MemberPanel = deferred(
  async () => (await import('@/components/inbox/member/member-panel')).MemberPanel,
)

interface ConversationPaneProps {
  conversationId: string
  panel: ReturnType<typeof usePanel>
  onBack: () => void
}

/** The open conversation: its thread, and the member beside it or over it. */
export function ConversationPane({ conversationId, panel, onBack }: ConversationPaneProps) {
  const { t } = useTranslator()
  const viewer = useViewer()
  const { data, error } = useConversation(conversationId)
  useCurrentAddress(conversationId, data?.id)
  // The thread's place says why it could not be had; once is enough.
  const isOpen = panel.isOpen && (data !== undefined || !error)
  const isOver = isOpen && !panel.isWide
  useAction({
    id: 'close',
    label: isOver ? t('conversation.pane.closePanel') : t('conversation.pane.close'),
    keys: 'Escape',
    run: isOver ? () => panel.set(false) : onBack,
  })
  return (
    <div className="relative flex min-h-0 min-w-0 flex-1">
      <ThreadPane
        conversationId={conversationId}
        viewer={viewer}
        onBack={onBack}
        onTogglePanel={() => panel.set(!panel.isOpen)}
        panelOpen={panel.isOpen}
      />
      {isOver && (
        <button
          type="button"
          aria-label={t('conversation.pane.closePanel')}
          onClick={() => panel.set(false)}
          className="animate-appear absolute inset-0 z-20 cursor-default bg-scrim max-md:hidden"
        />
      )}
      {isOpen && (
        <div
          className={cn(
            'flex min-h-0 w-80 shrink-0 [&>*]:flex-1',
            'max-xl:animate-slide-in max-xl:absolute max-xl:inset-y-0 max-xl:right-0 max-xl:z-30 max-xl:shadow-float max-md:w-full',
          )}
        >
          <MemberPanel conversationId={conversationId} onClose={() => panel.set(false)} />
        </div>
      )}
    </div>
  )
}

/** An old link may name a thread that went into another one of the same member: the address follows. */
function useCurrentAddress(named: string, current: string | undefined) {
  useEffect(() => {
    if (current && current !== named)
      goTo({ ...currentLocation(), conversationId: current }, { replace: true })
  }, [named, current])
}
