import { readFeedHead } from '@/lib/db/log/load-world'
import { getRuntime } from '@/lib/runtime'

/** Where the feed stands now: a page that is rendered from now on misses nothing if its stream starts here. */
export async function feedHead(): Promise<number> {
  return readFeedHead(getRuntime().ctx.sql)
}
