import { failureOf } from '@/lib/client/api'
import type { CannedReply } from '@/lib/domain/reply/canned-reply'
import { reason, type Said } from '@/lib/i18n/reason'

interface Found {
  isLoading: boolean
  error: Error | null
  search: string | undefined
  found: CannedReply[]
}

/** What is said where no canned reply can be offered; undefined where some are. */
export function cannedListWords({ isLoading, error, search, found }: Found): Said | undefined {
  if (error) return failureOf(error)
  if (isLoading) return reason('composer.canned.loading')
  if (found.length > 0) return undefined
  return search ? reason('composer.canned.noneFor', { search }) : reason('composer.canned.none')
}
