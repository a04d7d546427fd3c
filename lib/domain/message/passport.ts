import type { Said } from '@/lib/i18n/reason'

/** One stop of a message on its way, for the dialog that shows where it has been. */
export interface Hop {
  /** Epoch ms. */
  at: number
  /** Who tells of it: a person by name, Stella, the platform. */
  source: Said
  text: Said
  /** What else is told of it, one thing each. */
  more: Said[]
  /** The event of the log that says so. */
  eventId: number
  /** The exact bytes of a delivery, as text. */
  raw?: string
}

/** Where a message has been. */
export interface Passport {
  hops: Hop[]
  /** Why the bytes are left out, where they are. */
  withheld?: Said
}
