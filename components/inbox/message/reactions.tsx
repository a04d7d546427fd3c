'use client'

import { toExactTime } from '@/components/shell/time/times'
import type { MessageView } from '@/lib/view/message-view'
import { useThreadFrame } from '../conversation/thread/thread-context'

/** Emoji that hang on a bubble, with who put them there and when. */
export function Reactions({ reactions }: { reactions: MessageView['reactions'] }) {
  const { memberName, timeZone } = useThreadFrame()
  if (reactions.length === 0) return null
  return (
    <ul aria-label="Reactions" className="absolute -bottom-3 left-2.5 flex gap-1">
      {reactions.map(({ emoji, author, at }) => (
        <li
          key={`${emoji} ${author} ${at}`}
          title={`${author === 'member' ? memberName : 'Your side'}, ${toExactTime(at, timeZone)}`}
          className="rounded-full border border-line bg-surface px-1.5 text-[12px] leading-[18px]"
        >
          {emoji}
        </li>
      ))}
    </ul>
  )
}
