/**
 * Places of which only so many are held at once. Who comes later stands in line for as long as the line moves, however
 * long it is, and is told when it has not moved for a while.
 */
export class Slots {
  private readonly line = new Set<() => void>()
  private movedAt = 0

  constructor(private free: number) {}

  /**
   * Gives how much of the patience is left, once there is a place; undefined when nobody got anywhere for `patienceMs`.
   * Whoever got a place gives it back.
   */
  async take(patienceMs: number): Promise<number | undefined> {
    const since = Date.now()
    const left = () => Math.max(since, this.movedAt) + patienceMs - Date.now()
    if (this.free > 0) {
      this.free -= 1
      return patienceMs
    }
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout
      const next = () => {
        clearTimeout(timer)
        resolve(Math.max(1, left()))
      }
      const look = () => {
        const ms = left()
        if (ms > 0) {
          timer = setTimeout(look, ms)
          return
        }
        this.line.delete(next)
        resolve(undefined)
      }
      this.line.add(next)
      look()
    })
  }

  /** `moved`: whoever had the place got done what they came for, so it is no standstill. */
  give(moved: boolean) {
    if (moved) this.movedAt = Date.now()
    const [next] = this.line
    if (!next) {
      this.free += 1
      return
    }
    this.line.delete(next)
    next()
  }
}
