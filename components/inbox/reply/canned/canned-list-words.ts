import type { CannedReply } from '@/lib/domain/reply/canned-reply'

interface Found {
  isLoading: boolean
  error: Error | null
  search: string | undefined
  found: CannedReply[]
}

/** What is said where no canned reply can be offered; undefined where some are. */
export function cannedListWords({ isLoading, error, search, found }: Found): string | undefined {
  if (error) return error.message
  if (isLoading) return 'Loading canned replies…'
  if (found.length > 0) return undefined
  return search ? `No canned reply for “${search}”.` : 'No canned replies yet.'
}
