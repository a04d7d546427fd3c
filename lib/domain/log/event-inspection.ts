import type { Reason, Said } from '@/lib/i18n/reason'
import type { FieldPair } from './compare-facts'

/** A row that an event made, or that it speaks of. */
export interface TouchedRow {
  table: 'messages' | 'activities' | 'receipts' | 'reactions' | 'channels'
  id: string
  relation: 'made' | 'named'
  conversationId?: string
  /** What the row says, in a line. */
  text: Said
}

/** What today's reader makes of an event, what it changed, and its other form. */
export interface EventInspection {
  signature?: { header?: string; state: 'valid' | 'not-kept' | 'secret-gone'; text: Reason }
  reading?: { name?: string; facts: unknown[]; ignored: Reason[]; problems: Reason[] }
  rows: TouchedRow[]
  twin?: { id: number; raw: number; normalized: number; body: string; fields: FieldPair[] }
}
