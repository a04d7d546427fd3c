/** What is known of a tab whose server is of another build. */
interface TabFacts {
  /** For how long it has heard of the other build alone. */
  heardMs: number
  /** A part of the page is gone already. */
  isBroken: boolean
  isHidden: boolean
  /** Something would be lost or broken off: see `isBusy`. */
  isBusy: boolean
  /** For how long nobody has touched it. */
  quietMs: number
  /** How long ago it last loaded itself anew; undefined: never. */
  sinceReloadMs: number | undefined
  /** Its own from 0 to 1, so that a thousand tabs don't come in the same second. */
  jitter: number
}

/** Nobody is there who would see it: within this. */
const HIDDEN_MS = 30_000
/** Tabs that somebody sees come after those. */
const SEEN_AFTER_MS = 30_000
const SEEN_SPREAD_MS = 60_000
const QUIET_MS = 60_000
/** A tab that could not load itself anew for so long says so. */
const TELL_MS = 120_000
/** While old and new servers answer by turns, a tab comes at most this often. */
const AGAIN_MS = 300_000

/**
 * What a tab of an older build does: load itself anew once nobody would notice, tell the person with a button for it, or
 * wait. Hidden tabs go first; no tab goes under somebody's hands.
 */
export function reloadVerdict(tab: TabFacts): 'reload' | 'tell' | 'wait' {
  const { isHidden, isBusy, heardMs, quietMs, sinceReloadMs, jitter } = tab
  const isDue = isHidden
    ? heardMs >= jitter * HIDDEN_MS
    : quietMs >= QUIET_MS && heardMs >= SEEN_AFTER_MS + jitter * SEEN_SPREAD_MS
  const isAllowed = sinceReloadMs === undefined || sinceReloadMs >= AGAIN_MS
  if (isDue && isAllowed && !isBusy) return 'reload'
  return !isHidden && (tab.isBroken || heardMs >= TELL_MS) ? 'tell' : 'wait'
}
