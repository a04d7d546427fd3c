'use client'

import { elementScroll, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useRef, useState } from 'react'
import { END_THRESHOLD_PX, EndFollower } from '../scroll/end-follower'
import { recallScrollPosition } from '../scroll/kept-scroll-positions'
import type { Row } from './thread-rows'

const ESTIMATES: Record<Row['type'], number> = {
  day: 40,
  divider: 38,
  activities: 42,
  'hand-over': 180,
  message: 56,
}
const OVERSCAN = 6

/** The window over the lines: where it was left, or at the end and following it. */
export function useThreadWindow(conversationId: string, rows: Row[], startAtEnd: boolean) {
  const scroller = useRef<HTMLDivElement>(null)
  const place = useRef(startAtEnd ? undefined : recallScrollPosition(conversationId)).current
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
  return { scroller, follower, virtualizer }
}
