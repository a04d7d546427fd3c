'use client'

import { memo } from 'react'
import { ConnectionChip } from '@/components/shell/connection-chip'
import { goTo, type InboxLocation } from '@/lib/client/conversation/location'
import { useTranslator } from '@/lib/i18n/use-translator'
import { FilterMenu } from '../filter/filter-menu'
import { ListFilters } from '../filter/list-filters'
import { SearchBox } from '../filter/search-box'
import { VIEW_NAMES } from '../filter/view-names'
import { FailedLink } from './failed-link'
import { focusFirstRow } from './use-list-keys'

interface ListHeaderProps {
  location: InboxLocation
  /** A search is being asked. */
  isRefining: boolean
  /** The first one found is wanted. */
  onEnter: (words: string) => void
}

/** What the list shows, and what narrows it. */
export const ListHeader = memo(function ListHeader(props: ListHeaderProps) {
  const { location, isRefining, onEnter } = props
  const { t } = useTranslator()
  const { view, q } = location
  return (
    <header className="px-4 pt-3.5 pb-2.5">
      <h1 className="flex min-h-5 items-center justify-between text-[15px] leading-5 font-semibold">
        {q ? t('conversation.search.heading') : t(VIEW_NAMES[view])}
        <span className="flex items-center gap-1 font-normal">
          <FailedLink />
          <FilterMenu location={location} />
          <ConnectionChip />
        </span>
      </h1>
      <SearchBox
        value={q ?? ''}
        onSearch={(words) => goTo({ ...location, q: words || undefined }, { replace: true })}
        isBusy={isRefining}
        onEnter={onEnter}
        onDown={focusFirstRow}
      />
      <ListFilters location={location} />
    </header>
  )
})
