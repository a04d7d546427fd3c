'use client'

import { type KeyboardEvent, type PointerEvent, useState, type WheelEvent } from 'react'

const ZOOM_MAX = 8
const STEP = 1.5
const QUARTER = 90

interface View {
  zoom: number
  /** Degrees, clockwise. */
  turn: number
  x: number
  y: number
}

const WHOLE: View = { zoom: 1, turn: 0, x: 0, y: 0 }

/** How one picture is looked at: zoomed, turned, moved. Another picture starts whole. */
export function usePictureView(mediaId: string) {
  const [views, setViews] = useState<{ id: string; view: View }>({ id: mediaId, view: WHOLE })
  const view = views.id === mediaId ? views.view : WHOLE
  const set = (by: Partial<View>) => setViews({ id: mediaId, view: { ...view, ...by } })
  const zoomBy = (factor: number) => {
    const zoom = Math.min(ZOOM_MAX, Math.max(1, view.zoom * factor))
    set(zoom === 1 ? { zoom, x: 0, y: 0 } : { zoom })
  }
  const actions = {
    zoomIn: () => zoomBy(STEP),
    zoomOut: () => zoomBy(1 / STEP),
    turn: () => set({ turn: view.turn + QUARTER }),
    reset: () => set(WHOLE),
  }
  return {
    ...actions,
    isWhole: view.zoom === 1,
    isLargest: view.zoom === ZOOM_MAX,
    percent: Math.round(view.zoom * 100),
    style: {
      // A turned picture lies: its width has to fit the height of its place, and the other way round.
      ...(view.turn % (2 * QUARTER) === 0 ? {} : { maxWidth: '100cqh', maxHeight: '100cqw' }),
      transform: `translate(${view.x}px, ${view.y}px) rotate(${view.turn}deg) scale(${view.zoom})`,
      cursor: view.zoom > 1 ? 'grab' : 'zoom-in',
    },
    on: {
      onDoubleClick: () => (view.zoom > 1 ? set({ zoom: 1, x: 0, y: 0 }) : zoomBy(STEP * STEP)),
      onWheel: (event: WheelEvent) => zoomBy(event.deltaY < 0 ? 1.15 : 1 / 1.15),
      onPointerDown: (event: PointerEvent) =>
        event.currentTarget.setPointerCapture(event.pointerId),
      onPointerMove: (event: PointerEvent) => {
        if (view.zoom === 1 || !event.currentTarget.hasPointerCapture(event.pointerId)) return
        set({ x: view.x + event.movementX, y: view.y + event.movementY })
      },
    },
    /** `+`, `-`, `0` and `R`; gives whether the key meant something. */
    onKey(event: KeyboardEvent): boolean {
      const act = KEYS[event.key]
      if (!act || event.ctrlKey || event.metaKey) return false
      event.preventDefault()
      actions[act]()
      return true
    },
  }
}

const KEYS: Record<string, 'zoomIn' | 'zoomOut' | 'reset' | 'turn' | undefined> = {
  '+': 'zoomIn',
  '=': 'zoomIn',
  '-': 'zoomOut',
  '0': 'reset',
  r: 'turn',
  R: 'turn',
}
