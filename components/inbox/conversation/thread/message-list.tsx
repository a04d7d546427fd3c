'use client'

import { elementScroll, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useRef, useState } from 'react'
import type { LocalMessage } from '@/lib/client/message/bubble'
import { END_THRESHOLD_PX, EndFollower } from '../scroll/end-follower'
import { FloatingDay } from '../scroll/floating-day'
import { recallPlace } from '../scroll/kept-places'
import { NewMessagesPill } from '../scroll/new-messages-pill'
import { useEnd } from '../scroll/use-end'
import { useJump } from '../scroll/use-jump'
import { type Older, useLoadOlder } from '../scroll/use-load-older'
import { usePlaceKeeping } from '../scroll/use-place-keeping'
import { OlderStatus } from './older-status'
import { useThreadFrame } from './thread-context'
import { ThreadRow } from './thread-row'
import type { Row } from './thread-rows'

interface MessageListProps {
  conversationId: string
  rows: Row[]
  messages: LocalMessage[]
  older: Older
  /** A message to scroll to and light up. */
  target?: string
  onJumped: () => void
  /** Where the reader is when the thread opens again after unread messages came. */
  startAtEnd: boolean
  onAtEnd: (atEnd: boolean) => void
}

const ESTIMATES: Record<Row['type'], number> = {
  day: 40,
  divider: 38,
  activities: 42,
  'hand-over': 180,
  message: 56,
}
const OVERSCAN = 6

/**
 * The lines of a thread in a window of the visible ones. Kept small and alone: the virtualizer renders it on
 * every scroll, and nothing above it.
 */
export function MessageList(props: MessageListProps) {
  const { conversationId, rows, messages, older } = props
  const { timeZone } = useThreadFrame()
  const scroller = useRef<HTMLDivElement>(null)
  const place = useRef(props.startAtEnd ? undefined : recallPlace(conversationId)).current
  const [follower] = useState(() => new EndFollower(place === undefined))
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => ESTIMATES[rows[index]?.type ?? 'message'],
    getItemKey: useCallback((index: number) => rows[index]?.key ?? index, [rows]),
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: END_THRESHOLD_PX,
    overscan: OVERSCAN,
    paddingStart: 8,
    paddingEnd: 12,
    initialOffset: place?.offset,
    initialMeasurementsCache: place?.measurements,
    scrollToFn: (offset, options, instance) => {
      elementScroll(offset, options, instance)
      follower.wrote(instance.scrollElement?.scrollTop ?? offset)
    },
  })
  const { onAtEnd } = props
  const { atEnd, newCount, toEnd } = useEnd({ follower, virtualizer, scroller, messages, onAtEnd })
  usePlaceKeeping(conversationId, virtualizer, scroller, follower)
  useLoadOlder(scroller, older, rows.length)
  const lit = useJump(virtualizer, rows, older, follower, props)

  const items = virtualizer.getVirtualItems()
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {/* What says where we are stands above and under the lines: over them it would cover words. */}
      <div className="flex h-8 shrink-0 items-center justify-center gap-3 max-md:h-9">
        <FloatingDay row={rows[virtualizer.range?.startIndex ?? 0]} timeZone={timeZone} />
        <OlderStatus older={older} />
      </div>
      <div
        ref={scroller}
        role="log"
        aria-label="Messages"
        // While older lines scroll into view they are not news.
        aria-live={virtualizer.isScrolling || older.isLoading ? 'off' : 'polite'}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
        tabIndex={0}
        className="thin-scroll flex min-h-0 flex-1 flex-col overflow-y-auto overscroll-contain px-6 outline-offset-[-2px] [overflow-anchor:none] max-md:px-3"
      >
        <div
          className="relative mx-auto mt-auto w-full max-w-[760px] shrink-0"
          style={{ height: virtualizer.getTotalSize() }}
        >
          <div
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${items[0]?.start ?? 0}px)` }}
          >
            {items.map(({ key, index }) => {
              const row = rows[index]
              if (!row) return null
              return (
                <div
                  key={key}
                  data-index={index}
                  ref={virtualizer.measureElement}
                  className={`rounded-bubble transition-colors duration-150 ${lit === key ? 'bg-accent-soft' : ''}`}
                >
                  <ThreadRow row={row} />
                </div>
              )
            })}
          </div>
        </div>
      </div>
      {!atEnd && <NewMessagesPill count={newCount} onPress={toEnd} />}
    </div>
  )
}
