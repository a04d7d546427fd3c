'use client'

import { Inbox } from 'lucide-react'
import { useState } from 'react'
import { OutageBanner } from '@/components/inbox/channel/outage-banner'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback/notice'
import { Skeleton } from '@/components/ui/feedback/skeleton'
import { TitledPage } from '@/components/ui/titled-page'
import { failureOf } from '@/lib/client/api'
import { useViewer } from '@/lib/client/people/use-viewer'
import { useOutboxList } from '@/lib/client/reply/sending'
import { hasRole } from '@/lib/domain/people/role'
import type { OutboxState } from '@/lib/domain/reply/outbox'
import { useTranslator } from '@/lib/i18n/use-translator'
import { OutboxList } from './outbox-list'
import { OutboxTabs } from './outbox-tabs'
import { EMPTY_WORDS } from './outbox-words'

/**
 * Everything that was to be sent and is not settled: what waits, failed, is unconfirmed or scheduled. Supervisors see
 * everybody's, agents their own.
 */
export function OutboxPage({ initial = 'waiting' }: { initial?: OutboxState }) {
  const { t, say } = useTranslator()
  const [state, setState] = useState<OutboxState>(initial)
  const isMine = !hasRole(useViewer().role, 'supervisor')
  const list = useOutboxList(state)
  const pages = list.data?.pages ?? []
  const items = pages.flatMap((page) => page.items)
  return (
    <TitledPage
      title={t('composer.outbox.title')}
      about={isMine ? t('composer.outbox.aboutMine') : t('composer.outbox.about')}
    >
      <div className="mb-4 overflow-hidden rounded-bubble border empty:hidden">
        <OutageBanner />
      </div>
      <OutboxTabs state={state} counts={pages[0]?.counts} onState={setState} />
      {list.error && items.length === 0 ? (
        <Notice
          urgent
          title={t('composer.outbox.notLoaded')}
          action={<Button onClick={() => list.refetch()}>{t('common.retry')}</Button>}
        >
          {say(failureOf(list.error))}
        </Notice>
      ) : list.isPending || list.isPlaceholderData ? (
        <OutboxSkeleton />
      ) : items.length === 0 ? (
        <Notice icon={<Inbox />} title={t(EMPTY_WORDS[state].title)}>
          {t(EMPTY_WORDS[state].text)}
        </Notice>
      ) : (
        <OutboxList key={state} state={state} items={items} />
      )}
      {list.hasNextPage && (
        <div className="mt-3 text-center">
          <Button pending={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            {t('common.showMore')}
          </Button>
        </div>
      )}
    </TitledPage>
  )
}

function OutboxSkeleton() {
  return (
    <div aria-hidden className="animate-late space-y-4 rounded-bubble border bg-surface p-4">
      <Skeleton className="w-2/3" />
      <Skeleton className="w-1/2" />
      <Skeleton className="w-3/5" />
    </div>
  )
}
