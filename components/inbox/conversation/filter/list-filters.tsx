'use client'

import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { ChannelLabel } from '@/components/shell/labels/channel-label'
import { TagName } from '@/components/shell/labels/tag-name'
import { useChannels } from '@/lib/client/channel/channels'
import { goTo, type InboxLocation } from '@/lib/client/conversation/location'
import { useTranslator } from '@/lib/i18n/use-translator'

/** Says that the list is narrowed to a channel or a tag; a press ends that. */
export function ListFilters({ location }: { location: InboxLocation }) {
  const { t } = useTranslator()
  const { channel: channelId, tag } = location
  const channel = useChannels().data?.find(({ id }) => id === channelId)
  if (!channelId && !tag) return null
  return (
    <div className="mt-2 flex flex-wrap gap-2">
      {channelId && (
        <Filter
          what={t('conversation.filter.chosenChannel')}
          ends={t('conversation.filter.endChannel')}
          onEnd={() => goTo({ ...location, channel: undefined })}
        >
          {channel ? (
            <ChannelLabel channel={channel} className="font-medium" />
          ) : (
            t('conversation.filter.hiddenChannel')
          )}
        </Filter>
      )}
      {tag && (
        <Filter
          what={t('conversation.filter.chosenTag')}
          ends={t('conversation.filter.endTag')}
          onEnd={() => goTo({ ...location, tag: undefined })}
        >
          <TagName name={tag} className="font-medium" />
        </Filter>
      )}
    </div>
  )
}

interface FilterProps {
  what: string
  /** What pressing it does. */
  ends: string
  onEnd: () => void
  children: ReactNode
}

function Filter({ what, ends, onEnd, children }: FilterProps) {
  return (
    <button
      type="button"
      onClick={onEnd}
      className="flex h-8 max-w-full items-center gap-1.5 rounded-control border border-line bg-sunken px-2 text-list hover:border-line-strong max-md:h-11"
    >
      <span className="text-muted">{what}</span>
      {children}
      <X aria-hidden className="size-3.5 shrink-0 text-muted" />
      <span className="sr-only">{ends}</span>
    </button>
  )
}
