import type { Sql } from '@/lib/db/client'
import { claimBytes } from '@/lib/db/media/media-claims'
import type { MediaStore } from './store'

/**
 * The store, with a claim before bytes are kept: the same bytes may be expiring at this very moment, and until a row
 * names them nothing else says that they are needed.
 */
export function claiming(store: MediaStore, sql: Sql): MediaStore {
  return {
    ...store,
    async keep(temporary, sha256) {
      await claimBytes(sql, sha256)
      await store.keep(temporary, sha256)
    },
  }
}
