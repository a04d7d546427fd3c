'use client'

import { cn } from '@/components/ui/cn'
import { OUR_NAMES } from '@/lib/domain/message/author'
import { KIND_NAMES, toShownPreview } from '@/lib/domain/message/content'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { MessageView } from '@/lib/view/message-view'
import { useThreadFrame } from '../conversation/thread/thread-context'

/** The message this one answers; a press jumps there. A target that never reached us says so. */
export function Quote({ replyTo }: { replyTo: NonNullable<MessageView['replyTo']> }) {
  const { jumpTo, memberName } = useThreadFrame()
  const { t, say } = useTranslator()
  const { messageId, author } = replyTo
  const preview = say(toShownPreview(replyTo.preview ?? KIND_NAMES.text))
  const look = cn(
    'mb-1.5 block w-full rounded-sm border-[color-mix(in_oklch,currentColor_45%,transparent)] border-l-[3px] px-2 py-0.5 text-start text-[13px] leading-[18px]',
  )
  if (!messageId) return <p className={`${look} italic`}>{t('message.quote.gone')}</p>
  return (
    <button
      type="button"
      aria-label={t('message.quote.goTo', { preview })}
      onClick={() => jumpTo(messageId)}
      className={`${look} transition-colors hover:border-current`}
    >
      {author && (
        <span className="block font-semibold text-[12px] leading-4">
          {say(author === 'member' ? memberName : OUR_NAMES[author])}
        </span>
      )}
      <span dir="auto" className="line-clamp-2">
        {preview}
      </span>
    </button>
  )
}
