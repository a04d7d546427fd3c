'use client'

import { type RefObject, useLayoutEffect, useState } from 'react'

interface RowWindow {
  /** Places of the rows to draw, in their order: those that can be seen, and some around them. */
  shown: number[]
  /** Brings a row into sight, as little as is needed. */
  scrollTo: (place: number) => void
}

interface RowWindowOptions {
  scroller: RefObject<HTMLElement | null>
  count: number
  /** Of every row alike, in px. */
  height: number
  /** How many are drawn beyond either end. */
  around: number
}

/**
 * Which rows of a list can be seen, where all are of one height. The library that measures rows of any height is left
 * to the thread: its 10 kB are not part of the inbox's first load.
 */
export function useRowWindow({ scroller, count, height, around }: RowWindowOptions): RowWindow {
  const [{ first, end }, setRange] = useState({ first: 0, end: 0 })
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const measure = () => {
      const next = rangeOf(element, height, around)
      setRange((known) => (known.first === next.first && known.end === next.end ? known : next))
    }
    measure()
    const size = new ResizeObserver(measure)
    size.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      size.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [scroller, height, around])
  const length = Math.max(0, Math.min(end, count) - first)
  return {
    shown: Array.from({ length }, (_, at) => first + at),
    scrollTo(place) {
      const element = scroller.current
      if (!element) return
      const [top, bottom] = [place * height, (place + 1) * height]
      if (top < element.scrollTop) element.scrollTop = top
      else if (bottom > element.scrollTop + element.clientHeight)
        element.scrollTop = bottom - element.clientHeight
    },
  }
}

type Scroller = Pick<HTMLElement, 'scrollTop' | 'clientHeight'>

/** The first row to draw and the one after the last. None where the list is not on screen. */
export function rangeOf({ scrollTop, clientHeight }: Scroller, height: number, around: number) {
  if (clientHeight === 0) return { first: 0, end: 0 }
  return {
    first: Math.max(0, Math.floor(scrollTop / height) - around),
    end: Math.ceil((scrollTop + clientHeight) / height) + around,
  }
}
