/** At most about 200 times a second, however many deliveries come. */
const PAUSE_MS = 5

/**
 * Says that events wait: the first is told at once, and those that come within the pause after it share one word. Nothing
 * is lost with a word that gets lost: the worker looks each second by itself.
 */
export class Waker {
  private timer: NodeJS.Timeout | undefined
  private again = false

  constructor(
    private readonly tell: () => void,
    private readonly pauseMs = PAUSE_MS,
  ) {}

  wake() {
    if (this.timer) {
      this.again = true
      return
    }
    this.tell()
    this.timer = setTimeout(() => {
      this.timer = undefined
      if (!this.again) return
      this.again = false
      this.wake()
    }, this.pauseMs)
    this.timer.unref()
  }

  stop() {
    clearTimeout(this.timer)
  }
}
