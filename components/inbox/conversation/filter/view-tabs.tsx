'use client'

import { cn } from '@/components/ui/cn'
import { useCounts } from '@/lib/client/conversation/conversations'
import type { InboxLocation } from '@/lib/client/conversation/location'
import { VIEWS } from '@/lib/domain/conversation/conversation'
import { useTranslator } from '@/lib/i18n/use-translator'
import { InAppLink } from '../list/in-app-link'
import { VIEW_NAMES } from './view-names'

const COUNT_SHOWN_MAX = 999

/** The four views with how many conversations each holds; waiting members stand out. */
export function ViewTabs({ location }: { location: InboxLocation }) {
  const { t } = useTranslator()
  const counts = useCounts().data
  return (
    <nav aria-label={t('conversation.view.label')} className="flex gap-0.5 border-b px-2.5 pb-2">
      {VIEWS.map((view) => {
        const count = counts?.[view]
        const isCurrent = !location.q && location.view === view
        const isHot = view === 'waiting' && Boolean(count)
        return (
          <InAppLink
            key={view}
            // A search looks in all of them; to go to one is to leave it.
            to={{ ...location, view, q: undefined }}
            aria-current={isCurrent ? 'page' : undefined}
            className={cn(
              'flex h-8 min-w-0 items-center gap-1.5 rounded-control px-2 text-list text-muted transition-colors duration-100 hover:text-text max-md:h-11 max-md:px-3',
              isCurrent && 'bg-sunken font-medium text-text',
            )}
          >
            {t(VIEW_NAMES[view])}
            <span
              className={cn(
                'min-w-2 font-medium text-faint tabular-nums',
                isHot && 'font-semibold text-wait',
              )}
            >
              {count !== undefined && (count > COUNT_SHOWN_MAX ? `${COUNT_SHOWN_MAX}+` : count)}
            </span>
          </InAppLink>
        )
      })}
    </nav>
  )
}
