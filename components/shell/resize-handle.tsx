'use client'

import type { KeyboardEvent, PointerEvent } from 'react'
import { LIST_WIDTH, toListWidth } from '@/lib/client/browser/preferences'
import { useTranslator } from '@/lib/i18n/use-translator'

const KEY_STEP_PX = 16

interface ResizeHandleProps {
  width: number
  onResize: (width: number) => void
}

/** The edge of the list: drag it, or use the arrow keys; a double click sets it back. */
export function ResizeHandle({ width, onResize }: ResizeHandleProps) {
  const { t } = useTranslator()
  const drag = (event: PointerEvent<HTMLHRElement>) => {
    if (event.button !== 0) return
    event.preventDefault()
    const handle = event.currentTarget
    const start = event.clientX - width
    handle.setPointerCapture(event.pointerId)
    const move = (to: globalThis.PointerEvent) => onResize(toListWidth(to.clientX - start))
    const stop = () => handle.removeEventListener('pointermove', move)
    handle.addEventListener('pointermove', move)
    handle.addEventListener('lostpointercapture', stop, { once: true })
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -KEY_STEP_PX, ArrowRight: KEY_STEP_PX }[event.key]
    if (step) onResize(toListWidth(width + step))
  }
  return (
    <hr
      aria-label={t('shell.listWidth')}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={LIST_WIDTH.min}
      aria-valuemax={LIST_WIDTH.max}
      tabIndex={0}
      onPointerDown={drag}
      onKeyDown={press}
      onDoubleClick={() => onResize(LIST_WIDTH.usual)}
      className="absolute inset-y-0 -right-1 z-10 hidden w-2 cursor-col-resize touch-none border-0 bg-transparent transition-colors delay-100 hover:bg-accent/25 focus-visible:bg-accent/40 focus-visible:outline-none md:block"
    />
  )
}
