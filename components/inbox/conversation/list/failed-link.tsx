'use client'

import { TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { useCounts } from '@/lib/client/conversation/conversations'
import { paths } from '@/lib/paths'

/** Above the list, as long as replies of the viewer's own did not arrive: how many, and the way to them. */
export function FailedLink() {
  const failed = useCounts().data?.failed ?? 0
  if (failed === 0) return null
  return (
    <Link
      href={`${paths.outbox}?state=failed`}
      prefetch={false}
      className="-my-1.5 flex h-8 items-center gap-1.5 rounded-control px-2 text-list font-medium text-bad hover:bg-bad-soft max-md:h-11"
    >
      <TriangleAlert aria-hidden className="size-4" />
      {failed === 1 ? '1 reply not sent' : `${failed} replies not sent`}
    </Link>
  )
}
