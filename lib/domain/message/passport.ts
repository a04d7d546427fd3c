/** One stop of a message on its way, for the dialog that shows where it has been. */
export interface Hop {
  /** Epoch ms. */
  at: number
  source: string
  text: string
  /** The event of the log that says so. */
  eventId: number
  /** The exact bytes of a delivery, as text. */
  raw?: string
}

/** Where a message has been. */
export interface Passport {
  hops: Hop[]
  /** Why the bytes are left out, where they are. */
  withheld?: string
}
