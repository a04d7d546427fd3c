import type { Queryable } from '../client'

/** A browser that is more changes behind than this is told to fetch anew; replaying them would cost more. */
export const FEED_GAP_MAX = 5_000

/** Wakes whoever streams changes to browsers; the payload is the feed number. */
export const FEED_CHANNEL = 'inbox_feed'

/** Tells every process, once this transaction is committed, that there are changes up to this number. */
export async function announceFeed(tx: Queryable, feed: number | undefined): Promise<void> {
  await tx`select pg_notify(${FEED_CHANNEL}, ${String(feed)})`
}
