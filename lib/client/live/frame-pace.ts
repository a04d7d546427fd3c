/** Where no picture is drawn, though the page counts as seen, what arrived waits no longer than this. */
const PICTURE_MAX_MS = 500

/**
 * Hands on what arrives once a picture: many frames in one are one update of the screen. Drawing may take half of the time
 * at the most, so a slow machine shows changes a little later and still answers its keys at once. A page that nobody sees
 * draws nothing and is told at once.
 */
export function paceFrames<Frame>(take: (frames: Frame[]) => void) {
  let waiting: Frame[] = []
  let isPlanned = false
  let restsUntil = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function plan() {
    if (isPlanned) return
    isPlanned = true
    const rest = restsUntil - performance.now()
    if (rest > 0) timer = setTimeout(nextPicture, rest)
    else nextPicture()
  }

  function nextPicture() {
    requestAnimationFrame(draw)
    timer = setTimeout(draw, PICTURE_MAX_MS)
  }

  function draw() {
    if (!isPlanned) return
    const startedAt = performance.now()
    flush()
    // The next task is after the picture has been drawn.
    setTimeout(() => {
      const endedAt = performance.now()
      restsUntil = endedAt + (endedAt - startedAt)
    })
  }

  function flush() {
    isPlanned = false
    clearTimeout(timer)
    const frames = waiting
    waiting = []
    if (frames.length > 0) take(frames)
  }

  const onHidden = () => document.hidden && flush()
  document.addEventListener('visibilitychange', onHidden)
  return {
    add(frame: Frame) {
      waiting.push(frame)
      if (document.hidden) flush()
      else plan()
    },
    stop() {
      document.removeEventListener('visibilitychange', onHidden)
      clearTimeout(timer)
      waiting = []
    },
  }
}
