import type { Said } from '@/lib/i18n/reason'

/**
 * Where every delivery went (architecture.md "Replay and the sum"). `received` is the sum of the six numbers under it,
 * because each delivery is either the first of its event, and an event has one outcome or none yet, or a repeat of it.
 */
export interface EventSum {
  received: number
  /** Brought a line to a thread. */
  messages: number
  /** Changed something without a line of its own: receipts, reactions, notices, deauthorize (decision 0017). */
  statuses: number
  /** Said again what an earlier delivery said: in other bytes, such as raw and normalized, or in the same ones. */
  duplicates: number
  ignored: number
  quarantined: number
  /** Not folded yet. */
  inWork: number
  /** `ignored` by the named rule, the most frequent first; what is beyond `RULES_MAX` rules is counted together. */
  ignoredBy: { rule: Said; count: number }[]
  /** Parts of the numbers above; they add nothing to the sum. */
  ofWhich: {
    /** Of `statuses`: those that carry no receipt, watermark or reaction, such as deauthorize or a changed number. */
    reports: number
    /** Of `duplicates`: the same bytes once more. */
    repeats: number
  }
}
