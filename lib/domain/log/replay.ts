import type { Said } from '@/lib/i18n/reason'

/** What a replay of events did, or would do. */
export interface Replay {
  dryRun: boolean
  events: ReplayedEvent[]
  /** Rows that took another value. */
  changed: { messages: number; conversations: number }
}

interface ReplayedEvent {
  id: number
  before: string
  after: string
  error?: Said
}
