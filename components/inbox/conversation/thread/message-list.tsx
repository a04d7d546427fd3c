'use client'

import type { VirtualItem } from '@tanstack/react-virtual'
import type { LocalMessage } from '@/lib/client/message/bubble'
import { useTranslator } from '@/lib/i18n/use-translator'
import { FloatingDay } from '../scroll/floating-day'
import { NewMessagesPill } from '../scroll/new-messages-pill'
import { useEnd } from '../scroll/use-end'
import { useJump } from '../scroll/use-jump'
import { type Older, useLoadOlder } from '../scroll/use-load-older'
import { useScrollKeeping } from '../scroll/use-scroll-keeping'
import { OlderStatus } from './older-status'
import { useThreadFrame } from './thread-context'
import { ThreadRow } from './thread-row'
import type { Row } from './thread-rows'
import { useThreadWindow } from './use-thread-window'

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

/**
 * The lines of a thread in a window of the visible ones. Kept small and alone: the virtualizer renders it on
 * every scroll, and nothing above it.
 */
export function MessageList(props: MessageListProps) {
  const { conversationId, rows, messages, older, startAtEnd, onAtEnd } = props
  const { t } = useTranslator()
  const { timeZone } = useThreadFrame()
  const { scroller, follower, virtualizer } = useThreadWindow(conversationId, rows, startAtEnd)
  const { atEnd, newCount, toEnd } = useEnd({ follower, virtualizer, scroller, messages, onAtEnd })
  useScrollKeeping(conversationId, virtualizer, scroller, follower)
  useLoadOlder(scroller, older, rows.length)
  const lit = useJump(virtualizer, rows, older, follower, props)
  // Asked first: it is what brings the range up to date.
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
        aria-label={t('conversation.thread.messages')}
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
          <VisibleRows items={items} measure={virtualizer.measureElement} rows={rows} lit={lit} />
        </div>
      </div>
      {!atEnd && <NewMessagesPill count={newCount} onPress={toEnd} />}
    </div>
  )
}

interface VisibleRowsProps {
  items: VirtualItem[]
  measure: (row: HTMLElement | null) => void
  rows: Row[]
  /** The key of the row to light up. */
  lit: string | undefined
}

/** The rows in the window, at their place in the height of all. */
function VisibleRows({ items, measure, rows, lit }: VisibleRowsProps) {
  return (
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
            ref={measure}
            className={`rounded-bubble transition-colors duration-150 ${lit === key ? 'bg-accent-soft' : ''}`}
          >
            <ThreadRow row={row} />
          </div>
        )
      })}
    </div>
  )
}
