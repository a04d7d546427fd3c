'use client'

import { AUTHOR_NAMES } from '@/lib/domain/message/author'
import { toShownPreview } from '@/lib/domain/message/content'
import type { MessageView } from '@/lib/view/message-view'
import { useThreadFrame } from '../conversation/thread/thread-context'

/** The message this one answers; a press jumps there. A target that never reached us says so. */
export function Quote({ replyTo }: { replyTo: NonNullable<MessageView['replyTo']> }) {
  const { jumpTo, memberName } = useThreadFrame()
  const { messageId, preview, author } = replyTo
  const look =
    'mb-1.5 block w-full rounded-sm border-[color-mix(in_oklch,currentColor_45%,transparent)] border-l-[3px] px-2 py-0.5 text-start text-[13px] leading-[18px]'
  if (!messageId) return <p className={`${look} italic`}>Original message not available</p>
  return (
    <button
      type="button"
      aria-label={`Go to the quoted message: ${preview ?? 'message'}`}
      onClick={() => jumpTo(messageId)}
      className={`${look} transition-colors hover:border-current`}
    >
      {author && (
        <span className="block font-semibold text-[12px] leading-4">
          {author === 'member' ? memberName : author === 'agent' ? 'Agent' : AUTHOR_NAMES[author]}
        </span>
      )}
      <span dir="auto" className="line-clamp-2">
        {toShownPreview(preview ?? 'Message')}
      </span>
    </button>
  )
}
