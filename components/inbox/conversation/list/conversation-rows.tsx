'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef } from 'react'
import { useNowEvery } from '@/components/shell/time/use-now-every'
import { Button } from '@/components/ui/button'
import { Spinner } from '@/components/ui/feedback/spinner'
import { failureOf } from '@/lib/client/api'
import type { useConversationList } from '@/lib/client/conversation/conversations'
import type { InboxLocation } from '@/lib/client/conversation/location'
import { useViewer } from '@/lib/client/people/use-viewer'
import { useTranslator } from '@/lib/i18n/use-translator'
import { ConversationRow } from '../row/conversation-row'
import { UpdatedPill } from './updated-pill'
import { useListKeys } from './use-list-keys'
import { usePrefetch } from './use-prefetch'
import { useSteadyList } from './use-steady-list'

const ROW_HEIGHT_PX = 64
const OVERSCAN_ROWS = 8
const CLOCK_MS = 15_000

interface ConversationRowsProps {
  list: ReturnType<typeof useConversationList>
  location: InboxLocation
}

/** The rows that can be seen, however long the list is. The next page loads as its end comes near. */
export function ConversationRows({ list, location }: ConversationRowsProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const viewer = useViewer()
  const now = useNowEvery(CLOCK_MS)
  const prefetch = usePrefetch()
  const steady = useSteadyList(list.conversations)
  const rows = steady.rows
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    // A new function would have every row that is loaded measured anew, at every scroll.
    getItemKey: useCallback((index: number) => rows[index]?.id ?? index, [rows]),
    overscan: OVERSCAN_ROWS,
  })
  useListKeys(scroller, rows, location.conversationId, (index) => virtual.scrollToIndex(index))

  const shown = virtual.getVirtualItems()
  const isNearEnd = (shown.at(-1)?.index ?? 0) >= rows.length - OVERSCAN_ROWS
  const { hasMore, isLoadingMore, error, loadMore } = list
  useEffect(() => {
    if (isNearEnd && hasMore && !isLoadingMore && !error) loadMore()
  }, [isNearEnd, hasMore, isLoadingMore, error, loadMore])

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div
        ref={scroller}
        {...steady.pointer}
        className="thin-scroll min-h-0 flex-1 overflow-y-auto overscroll-contain"
      >
        <ul className="relative" style={{ height: virtual.getTotalSize() }}>
          {shown.map((item) => {
            const conversation = rows[item.index]
            if (!conversation) return null
            return (
              <li
                key={item.key}
                aria-setsize={hasMore ? -1 : rows.length}
                aria-posinset={item.index + 1}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <ConversationRow
                  conversation={conversation}
                  location={location}
                  isOpen={conversation.id === location.conversationId}
                  viewerId={viewer.id}
                  now={now}
                  onApproach={prefetch}
                />
              </li>
            )
          })}
        </ul>
        <ListEnd isLoading={isLoadingMore} error={error} onRetry={loadMore} />
      </div>
      <UpdatedPill count={steady.updated} onApply={steady.release} />
    </div>
  )
}

interface ListEndProps {
  isLoading: boolean
  error: Error | null
  onRetry: () => void
}

function ListEnd({ isLoading, error, onRetry }: ListEndProps) {
  const { t, say } = useTranslator()
  if (isLoading) {
    return (
      <div className="grid h-12 place-items-center text-muted">
        <Spinner />
      </div>
    )
  }
  if (!error) return null
  return (
    <div role="alert" className="flex items-center gap-3 px-4 py-3 text-list text-muted">
      <span className="flex-1">{say(failureOf(error))}</span>
      <Button size="sm" onClick={() => onRetry()}>
        {t('common.retry')}
      </Button>
    </div>
  )
}
