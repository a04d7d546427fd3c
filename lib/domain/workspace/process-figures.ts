/** How one API of Stella answered in a stretch of time. */
export interface CallFigures {
  api: string
  calls: number
  refused: number
  unreached: number
  unclear: number
  /** Of all of them together, and of the slowest twentieth. */
  meanMs: number
  p95Ms: number
}

/** What a process counts by itself and tells the others. */
export interface ProcessFigures {
  stella: CallFigures[]
  /** Browsers that listen to it. */
  streams: number
}

/** A process as it last told of itself. */
export interface SeenProcess {
  id: string
  role: 'web' | 'worker' | 'all'
  name: string
  host: string
  /** Ms since it was last heard. */
  silentMs: number
  ended: boolean
  figures: ProcessFigures
}

/** One that said nothing for so long is away: three times the time between two words, and then some. */
const SILENT_MS_MAX = 20_000

/** Whether a process is there, as far as anybody knows. */
export function isPresent({ ended, silentMs }: Pick<SeenProcess, 'ended' | 'silentMs'>): boolean {
  return !ended && silentMs <= SILENT_MS_MAX
}

/** Whether it folds and runs jobs. */
export function isWorking({ role }: Pick<SeenProcess, 'role'>): boolean {
  return role !== 'web'
}

/** The figures of several processes as if one had made all calls; the busiest API first. */
export function sumCallFigures(all: readonly CallFigures[]): CallFigures[] {
  const byApi = new Map<string, CallFigures>()
  for (const each of all) {
    const known = byApi.get(each.api)
    byApi.set(each.api, known ? addCalls(known, each) : each)
  }
  return [...byApi.values()].sort((a, b) => b.calls - a.calls)
}

function addCalls(a: CallFigures, b: CallFigures): CallFigures {
  const calls = a.calls + b.calls
  return {
    api: a.api,
    calls,
    refused: a.refused + b.refused,
    unreached: a.unreached + b.unreached,
    unclear: a.unclear + b.unclear,
    meanMs: Math.round((a.meanMs * a.calls + b.meanMs * b.calls) / Math.max(1, calls)),
    // Of all together nobody knows it; it is no higher than this.
    p95Ms: Math.max(a.p95Ms, b.p95Ms),
  }
}
