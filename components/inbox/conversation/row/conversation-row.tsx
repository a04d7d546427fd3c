'use client'

import { TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import { ChannelLabel } from '@/components/shell/labels/channel-label'
import { MemberAvatar } from '@/components/shell/labels/member-avatar'
import { toShortTime } from '@/components/shell/time/times'
import { cn } from '@/components/ui/cn'
import type { InboxLocation } from '@/lib/client/conversation/location'
import { toShownPreview } from '@/lib/domain/message/content'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConversationView } from '@/lib/view/conversation-view'
import { HitWords } from '../filter/hit-words'
import { InAppLink } from '../list/in-app-link'
import { KindIcon } from './kind-icon'
import { RowMarkView } from './row-mark'
import { RowTags } from './row-tags'
import { toMark, toPrefix } from './row-words'

interface ConversationRowProps {
  conversation: ConversationView
  location: InboxLocation
  isOpen: boolean
  viewerId: string
  /** Epoch ms; times are left out until it is known. */
  now?: number
  onApproach: (id: string) => void
}

/** One conversation in the list: who, when, what was said last, and what it asks for. */
export const ConversationRow = memo(function ConversationRow(props: ConversationRowProps) {
  const { conversation, location, isOpen, viewerId, now, onApproach } = props
  const { id } = conversation
  const mark = now === undefined ? undefined : toMark(conversation, now)
  const { say } = useTranslator()
  const isUnread = conversation.unread > 0 && conversation.owner !== 'bot'
  // A list that shows no search has no use for what one found.
  const hit = location.q ? conversation.hit : undefined
  const approach = () => onApproach(id)
  return (
    <InAppLink
      to={{ ...location, conversationId: id }}
      data-row={id}
      aria-current={isOpen ? 'true' : undefined}
      onPointerEnter={approach}
      onFocus={approach}
      className={cn(
        'relative grid h-16 grid-cols-[36px_1fr] items-center gap-x-3 border-b border-line/60 px-4 transition-colors duration-75 select-none hover:bg-sunken focus-visible:bg-sunken focus-visible:outline-offset-[-2px]',
        isOpen &&
          'bg-accent-soft before:absolute before:inset-y-0 before:left-0 before:w-[3px] before:bg-accent hover:bg-accent-soft focus-visible:bg-accent-soft',
      )}
    >
      <MemberAvatar conversation={conversation} />
      <span className="min-w-0">
        <WhoAndWhen conversation={conversation} isUnread={isUnread} now={now} />
        <span className="flex items-start gap-2">
          <span
            dir="auto"
            className={cn(
              'line-clamp-2 min-w-0 flex-1 text-list leading-[17px] wrap-anywhere text-muted',
              isUnread && 'text-text',
            )}
          >
            {hit ? (
              <HitWords text={say(hit.text)} q={location.q ?? ''} />
            ) : (
              <LastWords conversation={conversation} viewerId={viewerId} />
            )}
          </span>
          {mark && (
            <span className="shrink-0 pt-px">
              <RowMarkView mark={mark} />
            </span>
          )}
        </span>
      </span>
    </InAppLink>
  )
})

interface WhoAndWhenProps {
  conversation: ConversationView
  isUnread: boolean
  now?: number
}

/** The first line of a row: the member, the channel where it has a colour, and the time. */
function WhoAndWhen({ conversation, isUnread, now }: WhoAndWhenProps) {
  const translator = useTranslator()
  const { member, channel, lastActivityAt } = conversation
  return (
    <span className="flex items-baseline gap-2 leading-[18px]">
      <span
        dir="auto"
        className={cn('min-w-0 flex-1 truncate font-medium', isUnread && 'font-bold')}
      >
        {member.name}
      </span>
      {channel.color && (
        <ChannelLabel channel={channel} className="max-w-20 shrink-0 text-meta text-muted" />
      )}
      <time dateTime={lastActivityAt} className="shrink-0 text-meta text-faint">
        {now !== undefined && toShortTime(lastActivityAt, now, translator)}
      </time>
    </span>
  )
}

/** What was said last, with what it asks for before it. */
function LastWords({
  conversation,
  viewerId,
}: Pick<ConversationRowProps, 'conversation' | 'viewerId'>) {
  const { t, say } = useTranslator()
  const { failedReplies, lastMessage } = conversation
  const prefix = toPrefix(conversation, viewerId)
  return (
    <>
      <RowTags tags={conversation.tags} />
      {failedReplies && (
        <span className="mr-1.5 font-medium text-bad">
          <TriangleAlert aria-hidden className="mr-1 inline size-3.5 align-[-2px]" />
          {t('conversation.row.notSent', { count: failedReplies })}
        </span>
      )}
      {/* Our word before theirs must not decide the direction. */}
      <bdi>{prefix && say(prefix)}</bdi>
      <KindIcon kind={lastMessage?.kind} />
      {lastMessage
        ? say(toShownPreview(say(lastMessage.preview)))
        : t('conversation.row.noMessages')}
    </>
  )
}
