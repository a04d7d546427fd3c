'use client'

import { X } from 'lucide-react'
import { TagName } from '@/components/inbox/shell/tag-name'
import { goTo, type InboxLocation } from '@/lib/client/location'

/** Says that the list is narrowed to a tag, and ends that. */
export function TagFilter({ location }: { location: InboxLocation }) {
  if (!location.tag) return null
  return (
    <button
      type="button"
      onClick={() => goTo({ ...location, tag: undefined })}
      className="mt-2 flex h-8 max-w-full items-center gap-1.5 rounded-control border border-line bg-sunken px-2 text-list hover:border-line-strong max-md:h-11"
    >
      <span className="text-muted">Tagged</span>
      <TagName name={location.tag} className="font-medium" />
      <X aria-hidden className="size-3.5 shrink-0 text-muted" />
      <span className="sr-only">Show all tags again</span>
    </button>
  )
}
