const ZOOM_MAX = 8
const ZOOM_STEP = 1.5
const QUARTER = 90

/** How one picture is looked at. */
export interface PictureView {
  zoom: number
  /** Degrees, clockwise. */
  turn: number
  /** How far it was moved, in pixels of the screen. */
  x: number
  y: number
}

export const WHOLE: PictureView = { zoom: 1, turn: 0, x: 0, y: 0 }

export const PICTURE_ACTS = {
  zoomIn: (view: PictureView) => zoomedBy(view, ZOOM_STEP),
  zoomOut: (view: PictureView) => zoomedBy(view, 1 / ZOOM_STEP),
  turn: (view: PictureView) => ({ ...view, turn: view.turn + QUARTER }),
  reset: () => WHOLE,
  /** Two presses: in by two steps, or back to all of it. */
  toggle: (view: PictureView) =>
    view.zoom > 1 ? zoomedBy(view, 0) : zoomedBy(view, ZOOM_STEP * ZOOM_STEP),
  wheel: (view: PictureView, isUp: boolean) => zoomedBy(view, isUp ? 1.15 : 1 / 1.15),
}

/** Never smaller than all of it; and what is shown whole again stands in the middle. */
function zoomedBy(view: PictureView, factor: number): PictureView {
  const zoom = Math.min(ZOOM_MAX, Math.max(1, view.zoom * factor))
  return zoom === 1 ? { ...view, zoom, x: 0, y: 0 } : { ...view, zoom }
}

/** A picture shown whole has nowhere to go. */
export function movedBy(view: PictureView, x: number, y: number): PictureView {
  return view.zoom === 1 ? view : { ...view, x: view.x + x, y: view.y + y }
}

/** Whether it can get larger, and how large it is beside all of it. */
export function sizeOf({ zoom }: PictureView) {
  return { isWhole: zoom === 1, isLargest: zoom === ZOOM_MAX, percent: Math.round(zoom * 100) }
}

export function pictureStyle({ zoom, turn, x, y }: PictureView) {
  // A turned picture lies: its width has to fit the height of its place, and the other way round.
  const lies = turn % (2 * QUARTER) !== 0
  return {
    ...(lies ? { maxWidth: '100cqh', maxHeight: '100cqw' } : {}),
    transform: `translate(${x}px, ${y}px) rotate(${turn}deg) scale(${zoom})`,
    cursor: zoom > 1 ? 'grab' : 'zoom-in',
  }
}

/** What a key does to the picture; undefined: nothing, or it is the browser's own. */
export function pictureActOf({
  key,
  ctrlKey,
  metaKey,
}: {
  key: string
  ctrlKey: boolean
  metaKey: boolean
}): 'zoomIn' | 'zoomOut' | 'reset' | 'turn' | undefined {
  return ctrlKey || metaKey ? undefined : KEYS[key]
}

const KEYS: Record<string, 'zoomIn' | 'zoomOut' | 'reset' | 'turn' | undefined> = {
  '+': 'zoomIn',
  '=': 'zoomIn',
  '-': 'zoomOut',
  '0': 'reset',
  r: 'turn',
  R: 'turn',
}

/** To the picture before or after; undefined: another key. */
export function stepOfKey(key: string): 1 | -1 | undefined {
  if (key === 'ArrowLeft') return -1
  return key === 'ArrowRight' ? 1 : undefined
}
