import type { EventQuery } from '@/lib/client/log/events'

const NAMES = ['channel', 'kind', 'outcome', 'q', 'from', 'to'] as const

/** What narrows the log, as an address says it; what it does not know is left out. */
export function toEventQuery(params: URLSearchParams): EventQuery {
  return Object.fromEntries(NAMES.flatMap((name) => pairOf(name, params.get(name))))
}

/** What narrows the log, as the end of an address; nothing where nothing does. */
export function toEventSearch(query: EventQuery): string {
  const search = new URLSearchParams(NAMES.flatMap((name) => pairOf(name, query[name] ?? null)))
  return search.size > 0 ? `?${search}` : ''
}

function pairOf(name: string, value: string | null): [string, string][] {
  return value ? [[name, value]] : []
}
