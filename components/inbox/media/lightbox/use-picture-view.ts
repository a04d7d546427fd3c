'use client'

import { type KeyboardEvent, type PointerEvent, useState, type WheelEvent } from 'react'
import {
  movedBy,
  PICTURE_ACTS,
  type PictureView,
  pictureActOf,
  pictureStyle,
  sizeOf,
  WHOLE,
} from '@/lib/client/media/picture-view'

/** How one picture is looked at: zoomed, turned, moved. Another picture starts whole. */
export function usePictureView(mediaId: string) {
  const [views, setViews] = useState({ id: mediaId, view: WHOLE })
  const view = views.id === mediaId ? views.view : WHOLE
  const show = (next: PictureView) => setViews({ id: mediaId, view: next })
  return {
    ...sizeOf(view),
    zoomIn: () => show(PICTURE_ACTS.zoomIn(view)),
    zoomOut: () => show(PICTURE_ACTS.zoomOut(view)),
    turn: () => show(PICTURE_ACTS.turn(view)),
    style: pictureStyle(view),
    on: {
      onDoubleClick: () => show(PICTURE_ACTS.toggle(view)),
      onWheel: (event: WheelEvent) => show(PICTURE_ACTS.wheel(view, event.deltaY < 0)),
      onPointerDown: (event: PointerEvent) =>
        event.currentTarget.setPointerCapture(event.pointerId),
      onPointerMove: (event: PointerEvent) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
        const moved = movedBy(view, event.movementX, event.movementY)
        if (moved !== view) show(moved)
      },
    },
    /** `+`, `-`, `0` and `R`; gives whether the key meant something. */
    onKey(event: KeyboardEvent): boolean {
      const act = pictureActOf(event)
      if (!act) return false
      event.preventDefault()
      show(PICTURE_ACTS[act](view))
      return true
    },
  }
}
