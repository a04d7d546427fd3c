'use client'

import { DisconnectedChannels } from '@/components/inbox/channel/disconnected-channels'
import { ConnectionChip } from '@/components/shell/connection-chip'
import { failureOf } from '@/lib/client/api'
import { useConversationList, useCounts } from '@/lib/client/conversation/conversations'
import { goTo, type InboxLocation } from '@/lib/client/conversation/location'
import { useTranslator } from '@/lib/i18n/use-translator'
import { FilterMenu } from '../filter/filter-menu'
import { FoundWords } from '../filter/found-words'
import { ListFilters } from '../filter/list-filters'
import { SearchBox } from '../filter/search-box'
import { VIEW_NAMES } from '../filter/view-names'
import { ViewTabs } from '../filter/view-tabs'
import { ConversationRows } from './conversation-rows'
import { FailedLink } from './failed-link'
import { ListError, ListSkeleton } from './list-states'
import { NothingHere } from './nothing-here'
import { focusRow } from './use-list-keys'
import { useOpenFirst } from './use-open-first'

/** The conversations of a view: choose, search, open. */
export function ListPane({ location }: { location: InboxLocation }) {
  const { t, say } = useTranslator()
  const { view, channel, tag, q } = location
  const list = useConversationList({ view, channel, tag, q })
  const search = (words: string) => goTo({ ...location, q: words || undefined }, { replace: true })
  const counts = useCounts()
  const retry = () => {
    list.refetch()
    counts.refetch()
  }
  const found = useOpenFirst(location, list)
  const isEmpty = !list.isLoading && list.conversations.length === 0

  return (
    <section aria-label={t('conversation.list.label')} className="flex min-h-0 flex-1 flex-col">
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
          onSearch={search}
          isBusy={list.isRefining}
          onEnter={found.openFirst}
          onDown={() => focusRow(list.conversations[0]?.id)}
        />
        <FoundWords q={q} list={list} />
        <ListFilters location={location} />
      </header>
      <ViewTabs location={location} />
      <DisconnectedChannels />
      {list.error && list.conversations.length === 0 ? (
        <ListError message={say(failureOf(list.error))} onRetry={retry} />
      ) : list.isLoading ? (
        <ListSkeleton />
      ) : isEmpty ? (
        <NothingHere location={location} onClearSearch={() => search('')} />
      ) : (
        <ConversationRows key={`${view} ${channel} ${tag} ${q}`} list={list} location={location} />
      )}
    </section>
  )
}
