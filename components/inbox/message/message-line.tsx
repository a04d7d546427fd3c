'use client'

import { memo } from 'react'
import { useLive } from '@/lib/client/live/live'
import type { LocalMessage } from '@/lib/client/message/bubble'
import { AUTHOR_NAMES } from '@/lib/domain/message/author'
import { reason, type Said } from '@/lib/i18n/reason'
import { useTranslator } from '@/lib/i18n/use-translator'
import { useThreadFrame } from '../conversation/thread/thread-context'
import { toBubbleLook } from './bubble-look'
import { BubbleMenu } from './bubble-menu'
import { BubbleMeta } from './bubble-meta'
import { ContextCard } from './cards/context-card'
import { goesByItself } from './delivery/delivery-words'
import { isFramed, MessageContent } from './message-content'
import { Quote } from './quote'
import { Reactions } from './reactions'
import { SenderLabel } from './sender-label'

interface MessageLineProps {
  message: LocalMessage
  first: boolean
  last: boolean
  chosen?: string
}

/** One message: its bubble on the side of who wrote it, and what is known about it below. */
export const MessageLine = memo(function MessageLine({
  message,
  first,
  last,
  chosen,
}: MessageLineProps) {
  const { viewer, memberName } = useThreadFrame()
  const { t, time } = useTranslator()
  const isOffline = useLive().state !== 'live'
  const out = message.author !== 'member'
  const clock = time(Date.parse(message.sentAt))
  return (
    <article
      aria-label={t('message.spoken', {
        who: toSpeaker(message, memberName, viewer.id),
        time: clock,
      })}
      data-message={message.id}
      data-out={out || undefined}
      className={`group flex flex-col ${out ? 'items-end' : 'items-start'} ${first ? 'pt-3' : 'pt-[3px]'}`}
    >
      <div
        className={`flex w-full items-center gap-1 ${out ? 'flex-row-reverse' : ''} ${
          message.reactions.length > 0 ? 'mb-3' : ''
        }`}
      >
        <div
          className={`relative min-w-0 max-w-[78%] rounded-xl border [overflow-wrap:anywhere] max-md:max-w-[84%] max-md:text-base max-md:leading-6 ${
            out ? 'rounded-br-[4px]' : 'rounded-bl-[4px]'
          } ${isFramed(message) ? 'p-[3px]' : 'px-3 py-2'} ${toBubbleLook(message, goesByItself(message, { isOffline, now: Date.now() }))}`}
        >
          {first && <SenderLabel message={message} viewerId={viewer.id} />}
          {message.replyTo && <Quote replyTo={message.replyTo} />}
          {message.context && <ContextCard context={message.context} />}
          <MessageContent message={message} chosen={chosen} />
          <Reactions reactions={message.reactions} />
        </div>
        <BubbleMenu message={message} />
        {!last && (
          <span
            aria-hidden
            className="text-[11px] text-faint tabular-nums opacity-0 transition-opacity group-hover:opacity-100"
          >
            {clock}
          </span>
        )}
      </div>
      <BubbleMeta message={message} last={last} />
    </article>
  )
})

function toSpeaker({ author, agent }: LocalMessage, memberName: string, viewerId: string): Said {
  if (author === 'member') return memberName
  if (author !== 'agent') return AUTHOR_NAMES[author]
  if (agent?.id === viewerId) return reason('common.you')
  return agent?.name ?? reason('message.author.automatic')
}
