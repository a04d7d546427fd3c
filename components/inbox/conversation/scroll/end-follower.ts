/** Within this many pixels of the end, a reader is taken to be at the end. */
export const END_THRESHOLD_PX = 100

/** How a pane that scrolls stands: how far it is scrolled, how much is in it, how much of that can be seen. In pixels. */
export interface Stand {
  top: number
  content: number
  room: number
}

/**
 * Whether a reader follows the end of a thread. The end is the end until the person scrolls: what comes or grows later,
 * above it or below, leaves it in sight. Positions that we write ourselves are no person's doing, so each is told.
 */
export class EndFollower {
  private written: number | undefined
  private last: Stand | undefined

  constructor(private following: boolean) {}

  get follows(): boolean {
    return this.following
  }

  /** The reader wants to be at the end, or somewhere else. */
  follow(following: boolean) {
    this.following = following
  }

  /** Where we have put the pane, as the browser took it. */
  wrote(top: number) {
    this.written = top
  }

  /** The pane has scrolled, by us or by the person. */
  scrolled(now: Stand) {
    const isOurs = this.written !== undefined && Math.abs(now.top - this.written) <= 1
    // A pane that lost content is moved by the browser, to its new end.
    const isUp = now.top < (this.last?.top ?? 0) - 1 && distanceFromEnd(now) > 1
    this.last = now
    if (isOurs) return
    this.written = undefined
    if (isUp) this.following = false
    else if (isNearEnd(now)) this.following = true
  }

  /**
   * Content or room may have changed. Whether the pane has to be put to its end now. It may have been scrolled as well:
   * the list is drawn anew before that is heard here, and must not pull back who has just left.
   */
  changed(now: Stand): boolean {
    const before = this.last
    this.scrolled(now)
    // A pane that grows keeps its end in sight by itself; who reads a little above it is not moved.
    const isOther = before?.content !== now.content || now.room < before.room
    return this.following && isOther && distanceFromEnd(now) > 0
  }
}

/** Whether the end is in sight, or nearly. */
export function isNearEnd(stand: Stand): boolean {
  return distanceFromEnd(stand) <= END_THRESHOLD_PX
}

function distanceFromEnd({ top, content, room }: Stand): number {
  return content - room - top
}
