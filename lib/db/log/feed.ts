/** A browser that is more changes behind than this is told to fetch anew; replaying them would cost more. */
export const FEED_GAP_MAX = 5_000
