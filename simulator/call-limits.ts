/** How many calls a token has in a stretch of time. */
interface CallLimit {
  calls: number
  seconds: number
}

/** What an answer says of the limit (Facts §2.2); `isOver`: this call was one too many. */
interface LimitState {
  headers: Record<string, string>
  isOver: boolean
}

export interface LimitDesk {
  /** From now on every token has so many calls; undefined: as many as it likes. */
  set(limit: CallLimit | undefined): void
  /** Counts one call of this token; undefined where there is no limit. */
  take(token: string): LimitState | undefined
}

/** The documented limit of calls, which the simulator has only when it is asked for. */
export function createLimitDesk(now: () => number): LimitDesk {
  let limit: CallLimit | undefined
  const used = new Map<string, { since: number; calls: number }>()

  const countOf = (token: string, lengthMs: number) => {
    const known = used.get(token)
    if (known && now() - known.since < lengthMs) return known
    const fresh = { since: now(), calls: 0 }
    used.set(token, fresh)
    return fresh
  }
  return {
    set(wanted) {
      limit = wanted
      used.clear()
    },
    take(token) {
      if (!limit) return undefined
      const lengthMs = limit.seconds * 1000
      const count = countOf(token, lengthMs)
      const isOver = count.calls >= limit.calls
      // Who is turned away has not used anything up.
      if (!isOver) count.calls += 1
      const left = limit.calls - count.calls
      const waitSeconds = Math.ceil((count.since + lengthMs - now()) / 1000)
      const headers = {
        'X-RateLimit-Limit': String(limit.calls),
        'X-RateLimit-Remaining': String(left),
        ...(left === 0 && { 'Retry-After': String(Math.max(1, waitSeconds)) }),
      }
      return { headers, isOver }
    },
  }
}
