'use client'

import { toExactTime } from '@/components/shell/time/times'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { MessageView } from '@/lib/view/message-view'
import { useThreadFrame } from '../conversation/thread/thread-context'

/** Emoji that hang on a bubble, with who put them there and when. */
export function Reactions({ reactions }: { reactions: MessageView['reactions'] }) {
  const { memberName } = useThreadFrame()
  const { t, ...formats } = useTranslator()
  if (reactions.length === 0) return null
  const toTitle = ({ author, at: iso }: MessageView['reactions'][number]) => {
    const at = toExactTime(iso, formats)
    return author === 'member'
      ? t('message.reactions.byMember', { name: memberName, at })
      : t('message.reactions.byUs', { at })
  }
  return (
    <ul
      aria-label={t('message.reactions.label')}
      className="absolute -bottom-3 left-2.5 flex gap-1"
    >
      {reactions.map((reaction) => (
        <li
          key={`${reaction.emoji} ${reaction.author} ${reaction.at}`}
          title={toTitle(reaction)}
          className="rounded-full border border-line bg-surface px-1.5 text-[12px] leading-[18px]"
        >
          {reaction.emoji}
        </li>
      ))}
    </ul>
  )
}
