'use client'

import { DisconnectedChannels } from '@/components/inbox/channel/disconnected-channels'
import { deferred } from '@/components/ui/deferred/deferred'
import { failureOf } from '@/lib/client/api'
import { useConversationList, useCounts } from '@/lib/client/conversation/conversations'
import { goTo, type InboxLocation } from '@/lib/client/conversation/location'
import { useTranslator } from '@/lib/i18n/use-translator'
import { FoundWords } from '../filter/found-words'
import { ViewTabs } from '../filter/view-tabs'
import { ConversationRows } from './conversation-rows'
import { ListHeader } from './list-header'
import { ListError, ListSkeleton } from './list-states'
import { useOpenFirst } from './use-open-first'

// Most lists have rows.
const NothingHere = deferred(async () => (await import('./nothing-here')).NothingHere, {
  waiting: () => <ListSkeleton />,
})

/** The conversations of a view: choose, search, open. What doesn't change with the rows is drawn apart from them. */
export function ListPane({ location }: { location: InboxLocation }) {
  const { t, say } = useTranslator()
  const { view, channel, tag, q } = location
  const list = useConversationList({ view, channel, tag, q })
  const { refetch: recount } = useCounts()
  const retry = () => {
    list.refetch()
    recount()
  }
  const found = useOpenFirst(location, list)
  const isEmpty = !list.isLoading && list.conversations.length === 0

  return (
    <section aria-label={t('conversation.list.label')} className="flex min-h-0 flex-1 flex-col">
      <ListHeader location={location} isRefining={list.isRefining} onEnter={found.openFirst} />
      <FoundWords q={q} list={list} />
      <ViewTabs location={location} />
      <DisconnectedChannels />
      {list.error && list.conversations.length === 0 ? (
        <ListError message={say(failureOf(list.error))} onRetry={retry} />
      ) : list.isLoading ? (
        <ListSkeleton />
      ) : isEmpty ? (
        <NothingHere
          location={location}
          onClearSearch={() => goTo({ ...location, q: undefined }, { replace: true })}
        />
      ) : (
        <ConversationRows key={`${view} ${channel} ${tag} ${q}`} list={list} location={location} />
      )}
    </section>
  )
}
