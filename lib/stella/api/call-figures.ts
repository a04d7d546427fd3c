import type { CallFigures } from '@/lib/domain/workspace/process-figures'
import type { StellaOutcome } from './call-outcome'

type Kind = StellaOutcome<unknown>['kind']

interface Call {
  at: number
  api: string
  kind: Kind
  ms: number
}

const CALLS_WINDOW_MS = 15 * 60_000
/** Older ones fall out: a flood must not fill the memory. */
const CALLS_MAX = 5_000
type Listener = (call: { api: string; kind: Kind; ms: number }) => void

// Jobs and routes are separate module graphs of one process (docs/architecture.md "Next"): both count here.
const KEY = Symbol.for('stella-inbox.stella-calls')
const shared = globalThis as { [KEY]?: { calls: Call[]; listeners: Set<Listener> } }

/** Starts the clock of a call; the function it gives takes how it ended. The name of the API never holds an id. */
export function startCall(path: string): (kind: Kind) => void {
  const begun = performance.now()
  return (kind) => {
    const { calls, listeners } = store()
    const call = { at: Date.now(), api: toApi(path), kind, ms: performance.now() - begun }
    calls.push(call)
    if (calls.length > CALLS_MAX) calls.splice(0, calls.length - CALLS_MAX)
    for (const listener of listeners) listener(call)
  }
}

/** Hears of every call of this process from now on. */
export function onCall(listener: Listener) {
  store().listeners.add(listener)
}

/** What this process asked Stella in the last quarter of an hour, the busiest API first. */
export function readCallFigures(now: number): CallFigures[] {
  const byApi = new Map<string, Call[]>()
  for (const call of store().calls) {
    if (now - call.at > CALLS_WINDOW_MS) continue
    const known = byApi.get(call.api)
    if (known) known.push(call)
    else byApi.set(call.api, [call])
  }
  return [...byApi].map(([api, calls]) => toFigures(api, calls)).sort((a, b) => b.calls - a.calls)
}

function store() {
  shared[KEY] ??= { calls: [], listeners: new Set() }
  return shared[KEY]
}

function toFigures(api: string, calls: Call[]): CallFigures {
  const times = calls.map(({ ms }) => ms).sort((a, b) => a - b)
  const count = (kind: Kind) => calls.filter((call) => call.kind === kind).length
  return {
    api,
    calls: calls.length,
    refused: count('refused'),
    unreached: count('unreached'),
    unclear: count('unclear'),
    meanMs: Math.round(times.reduce((sum, ms) => sum + ms, 0) / times.length),
    p95Ms: Math.round(times[Math.ceil(times.length * 0.95) - 1] ?? 0),
  }
}

/** `/file/whatsapp/123` → `file`, `/member/live_chat` → `member/live_chat`: words only, so figures stay few. */
function toApi(path: string): string {
  const words = path.split('/').filter((part) => /^[a-z_]+$/i.test(part))
  return words[0] === 'file' ? 'file' : words.slice(0, 2).join('/')
}
