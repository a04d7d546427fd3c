'use client'

import { useEffect, useRef } from 'react'
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
import { useRowWindow } from './use-row-window'
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
  const { shown, scrollTo } = useRowWindow({
    scroller,
    count: rows.length,
    height: ROW_HEIGHT_PX,
    around: OVERSCAN_ROWS,
  })
  useListKeys(scroller, rows, location.conversationId, scrollTo)

  const isNearEnd = (shown.at(-1) ?? 0) >= rows.length - OVERSCAN_ROWS
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
        <ul className="relative" style={{ height: rows.length * ROW_HEIGHT_PX }}>
          {shown.map((place) => {
            const conversation = rows[place]
            if (!conversation) return null
            return (
              <li
                key={conversation.id}
                aria-setsize={hasMore ? -1 : rows.length}
                aria-posinset={place + 1}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${place * ROW_HEIGHT_PX}px)` }}
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
