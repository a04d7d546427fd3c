/** Work that is done a few at a time, in turn; those who are known go before strangers. */
export class Turns {
  private running = 0
  private readonly known: (() => void)[] = []
  private readonly strangers: (() => void)[] = []

  constructor(
    private readonly max: {
      /** At once. */
      running: number
      /** Waiting; one more is refused. */
      known: number
      strangers: number
    },
    private readonly refusal: () => Error,
  ) {}

  /** Does the work when it is its turn. Throws the refusal, before anything is done, when too many wait. */
  async take<Result>(work: () => Promise<Result>, isKnown = true): Promise<Result> {
    if (this.running >= this.max.running) await this.wait(isKnown ? 'known' : 'strangers')
    else this.running += 1
    try {
      return await work()
    } finally {
      this.next()
    }
  }

  private wait(lane: 'known' | 'strangers'): Promise<void> {
    if (this[lane].length >= this.max[lane]) throw this.refusal()
    return new Promise((resolve) => this[lane].push(resolve))
  }

  /** Hands the place on, so that nobody who comes just now slips in between. */
  private next() {
    const waiting = this.known.shift() ?? this.strangers.shift()
    if (waiting) waiting()
    else this.running -= 1
  }
}
