import type { OwnFact, Reading } from '../fact'

/** An event on its way into the rows: where it stands in the log, when it came, and what it means. */
export interface FoldEvent {
  id: number
  kind: string
  channelId: string | null
  agentId: string | null
  receivedAt: number
  reading: Reading | OwnReading
}

/** One of our own events: it was valid when it was appended. */
interface OwnReading {
  own: OwnFact
}

/**
 * What folding one fact did, for the sum on the screen. `applied`: it changed something that is neither a line nor a
 * receipt, such as deauthorize; `nothing`: it told what was known, beside what counts; `unknown-member`: it is about a
 * member nobody here ever heard of; `no-member`: it is about nobody whom people answer.
 */
export type Effected =
  | 'message'
  | 'status'
  | 'duplicate'
  | 'applied'
  | 'nothing'
  | 'unknown-member'
  | 'no-member'
