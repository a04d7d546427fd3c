'use client'

import { TriangleAlert } from 'lucide-react'
import { PageLink } from '@/components/shell/page-link'
import { useCounts } from '@/lib/client/conversation/conversations'
import { useTranslator } from '@/lib/i18n/use-translator'
import { paths } from '@/lib/paths'

/** Above the list, as long as replies of the viewer's own did not arrive: how many, and the way to them. */
export function FailedLink() {
  const { t } = useTranslator()
  const failed = useCounts().data?.failed ?? 0
  if (failed === 0) return null
  return (
    <PageLink
      href={`${paths.outbox}?state=failed`}
      className="-my-1.5 flex h-8 items-center gap-1.5 rounded-control px-2 text-list font-medium text-bad hover:bg-bad-soft max-md:h-11"
    >
      <TriangleAlert aria-hidden className="size-4" />
      {t('conversation.list.notSent', { count: failed })}
    </PageLink>
  )
}
