'use client'

import { Bot, Coffee, Inbox, SearchX, Tag } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback/notice'
import { useCounts } from '@/lib/client/conversation/conversations'
import { goTo, type InboxLocation } from '@/lib/client/conversation/location'
import type { View } from '@/lib/domain/conversation/conversation'

const WORDS: Record<View, { icon: ReactNode; title: string; text: string }> = {
  mine: {
    icon: <Inbox />,
    title: 'Nothing is yours right now',
    text: 'Take over a conversation and it stays here until you hand it back.',
  },
  waiting: {
    icon: <Coffee />,
    title: 'Nobody is waiting',
    text: 'A member who needs a person appears here by itself.',
  },
  bot: {
    icon: <Bot />,
    title: 'The bot has nothing to do',
    text: 'Conversations that the bot is answering appear here.',
  },
  all: {
    icon: <Inbox />,
    title: 'No conversations yet',
    text: 'The first message to one of your channels appears here by itself.',
  },
}

interface NothingHereProps {
  location: InboxLocation
  onClearSearch: () => void
}

/** An empty list says why it is empty and where there is something to do. */
export function NothingHere({ location, onClearSearch }: NothingHereProps) {
  if (location.q) return <NothingFound location={location} onClearSearch={onClearSearch} />
  if (location.tag) return <NothingTagged location={location} tag={location.tag} />
  if (location.channel) return <NothingOnChannel location={location} />
  const { icon, title, text } = WORDS[location.view]
  return (
    <Notice icon={icon} title={title} action={<NextStep location={location} />}>
      {text}
    </Notice>
  )
}

function NothingFound({ location, onClearSearch }: NothingHereProps) {
  const isNarrow = location.channel !== undefined || location.tag !== undefined
  return (
    <Notice
      icon={<SearchX />}
      title={`Nothing found for “${location.q}”`}
      action={
        <div className="flex flex-wrap justify-center gap-2">
          {isNarrow && (
            <Button onClick={() => goTo({ ...location, channel: undefined, tag: undefined })}>
              Search all conversations
            </Button>
          )}
          <Button variant="ghost" onClick={onClearSearch}>
            Clear search
          </Button>
        </div>
      }
    >
      Try a part of the name, the end of the number, or a word they wrote.
    </Notice>
  )
}

function NothingOnChannel({ location }: { location: InboxLocation }) {
  const isNarrow = location.view !== 'all'
  const next = isNarrow
    ? { ...location, view: 'all' as const }
    : { ...location, channel: undefined }
  return (
    <Notice
      icon={<Inbox />}
      title="Nothing of this channel is here"
      action={
        <Button onClick={() => goTo(next)}>
          {isNarrow ? 'Look in all conversations' : 'Show all channels'}
        </Button>
      }
    >
      Conversations of the other channels are hidden while the list shows one.
    </Notice>
  )
}

function NothingTagged({ location, tag }: { location: InboxLocation; tag: string }) {
  const isNarrow = location.view !== 'all'
  const next = isNarrow ? { ...location, view: 'all' as const } : { ...location, tag: undefined }
  return (
    <Notice
      icon={<Tag />}
      title={`Nothing is tagged “${tag}” here`}
      action={
        <Button onClick={() => goTo(next)}>
          {isNarrow ? 'Look in all conversations' : 'Show all conversations'}
        </Button>
      }
    >
      A conversation is tagged with the key L, or from the member panel.
    </Notice>
  )
}

function NextStep({ location }: { location: InboxLocation }) {
  const counts = useCounts().data
  if (!counts) return null
  const isWaiting = counts.waiting > 0 && location.view !== 'waiting'
  if (isWaiting) {
    return (
      <Button variant="primary" onClick={() => goTo({ ...location, view: 'waiting' })}>
        {counts.waiting === 1 ? 'One member is waiting' : `${counts.waiting} members are waiting`}
      </Button>
    )
  }
  if (counts.all === 0 || location.view === 'all') return null
  return <Button onClick={() => goTo({ ...location, view: 'all' })}>Show all conversations</Button>
}
