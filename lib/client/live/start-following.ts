import type { follow } from './follow'

const AGAIN_MS = 3_000

/**
 * Starts following the stream once its code is here: it comes after the page's own, and nothing is missed meanwhile, because
 * the stream begins where the page was made. Where it can't be fetched `onAway` is told, and it is tried again. Gives what
 * ends it.
 */
export function startFollowing(
  start: (begin: typeof follow) => () => void,
  onAway: () => void,
  load: () => Promise<{ follow: typeof follow }> = () => import('./follow'),
): () => void {
  let isOver = false
  let end = () => {}
  let timer: ReturnType<typeof setTimeout> | undefined
  const attempt = () =>
    load().then(
      (loaded) => {
        if (!isOver) end = start(loaded.follow)
      },
      () => {
        if (isOver) return
        onAway()
        timer = setTimeout(attempt, AGAIN_MS)
      },
    )
  void attempt()
  return () => {
    isOver = true
    clearTimeout(timer)
    end()
  }
}
