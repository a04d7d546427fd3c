/** How an event ended. `applied`: one of our own events took effect. */
export const OUTCOMES = [
  'message',
  'status',
  'duplicate',
  'ignored',
  'quarantined',
  'applied',
] as const
export type Outcome = (typeof OUTCOMES)[number]
