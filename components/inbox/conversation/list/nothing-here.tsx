'use client'

import { Bot, Coffee, Inbox, SearchX, Tag } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback/notice'
import { useCounts } from '@/lib/client/conversation/conversations'
import { goTo, type InboxLocation } from '@/lib/client/conversation/location'
import type { View } from '@/lib/domain/conversation/conversation'
import type { Key } from '@/lib/i18n/message-catalogue'
import { useTranslator } from '@/lib/i18n/use-translator'

const WORDS = {
  mine: {
    icon: <Inbox />,
    title: 'conversation.empty.mineTitle',
    text: 'conversation.empty.mineText',
  },
  waiting: {
    icon: <Coffee />,
    title: 'conversation.empty.waitingTitle',
    text: 'conversation.empty.waitingText',
  },
  bot: {
    icon: <Bot />,
    title: 'conversation.empty.botTitle',
    text: 'conversation.empty.botText',
  },
  all: {
    icon: <Inbox />,
    title: 'conversation.empty.allTitle',
    text: 'conversation.empty.allText',
  },
} as const satisfies Record<View, { icon: ReactNode; title: Key; text: Key }>

interface NothingHereProps {
  location: InboxLocation
  onClearSearch: () => void
}

/** An empty list says why it is empty and where there is something to do. */
export function NothingHere({ location, onClearSearch }: NothingHereProps) {
  const { t } = useTranslator()
  if (location.q) return <NothingFound location={location} onClearSearch={onClearSearch} />
  if (location.tag) return <NothingTagged location={location} tag={location.tag} />
  if (location.channel) return <NothingOnChannel location={location} />
  const { icon, title, text } = WORDS[location.view]
  return (
    <Notice icon={icon} title={t(title)} action={<NextStep location={location} />}>
      {t(text)}
    </Notice>
  )
}

function NothingFound({ location, onClearSearch }: NothingHereProps) {
  const { t } = useTranslator()
  const isNarrow = location.channel !== undefined || location.tag !== undefined
  return (
    <Notice
      icon={<SearchX />}
      title={t('conversation.empty.searchTitle', { words: location.q ?? '' })}
      action={
        <div className="flex flex-wrap justify-center gap-2">
          {isNarrow && (
            <Button onClick={() => goTo({ ...location, channel: undefined, tag: undefined })}>
              {t('conversation.empty.searchAll')}
            </Button>
          )}
          <Button variant="ghost" onClick={onClearSearch}>
            {t('conversation.search.clear')}
          </Button>
        </div>
      }
    >
      {t('conversation.empty.searchText')}
    </Notice>
  )
}

function NothingOnChannel({ location }: { location: InboxLocation }) {
  const { t } = useTranslator()
  const isNarrow = location.view !== 'all'
  const next = isNarrow
    ? { ...location, view: 'all' as const }
    : { ...location, channel: undefined }
  return (
    <Notice
      icon={<Inbox />}
      title={t('conversation.empty.channelTitle')}
      action={
        <Button onClick={() => goTo(next)}>
          {isNarrow ? t('conversation.empty.lookInAll') : t('conversation.empty.allChannels')}
        </Button>
      }
    >
      {t('conversation.empty.channelText')}
    </Notice>
  )
}

function NothingTagged({ location, tag }: { location: InboxLocation; tag: string }) {
  const { t } = useTranslator()
  const isNarrow = location.view !== 'all'
  const next = isNarrow ? { ...location, view: 'all' as const } : { ...location, tag: undefined }
  return (
    <Notice
      icon={<Tag />}
      title={t('conversation.empty.tagTitle', { tag })}
      action={
        <Button onClick={() => goTo(next)}>
          {isNarrow ? t('conversation.empty.lookInAll') : t('conversation.empty.showAll')}
        </Button>
      }
    >
      {t('conversation.empty.tagText')}
    </Notice>
  )
}

function NextStep({ location }: { location: InboxLocation }) {
  const { t } = useTranslator()
  const counts = useCounts().data
  if (!counts) return null
  const isWaiting = counts.waiting > 0 && location.view !== 'waiting'
  if (isWaiting) {
    return (
      <Button variant="primary" onClick={() => goTo({ ...location, view: 'waiting' })}>
        {t('conversation.empty.waiting', { count: counts.waiting })}
      </Button>
    )
  }
  if (counts.all === 0 || location.view === 'all') return null
  return (
    <Button onClick={() => goTo({ ...location, view: 'all' })}>
      {t('conversation.empty.showAll')}
    </Button>
  )
}
