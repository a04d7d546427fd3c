'use client'

import { useState } from 'react'
import { toExactTime } from '@/components/shell/time/times'
import type { Wording } from '@/lib/domain/message/message-context'
import { useTranslator } from '@/lib/i18n/use-translator'

/** Says that the words were changed; a press shows what they were before. */
export function EditedMark({ editedAt, wordings }: { editedAt: string; wordings: Wording[] }) {
  const { t, ...formats } = useTranslator()
  const [isOpen, setOpen] = useState(false)
  const earlier = wordings.slice(0, -1)
  const title = t('message.edited.at', { at: toExactTime(editedAt, formats) })
  if (earlier.length === 0) return <span title={title}>{t('message.edited.mark')}</span>
  return (
    <>
      <button
        type="button"
        title={title}
        aria-label={t('message.edited.show')}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="rounded-sm underline decoration-dotted underline-offset-2 hover:text-text"
      >
        {t('message.edited.mark')}
      </button>
      {isOpen && <EarlierWords wordings={earlier} />}
    </>
  )
}

function EarlierWords({ wordings }: { wordings: Wording[] }) {
  const { t, ...formats } = useTranslator()
  return (
    <ol
      aria-label={t('message.edited.earlier')}
      className="my-1 max-w-[78%] basis-full space-y-1.5 border-line-strong border-l-2 pl-2 text-left text-[13px] text-muted leading-[18px] group-data-[out]:ml-auto"
    >
      {wordings.map(({ at, text }) => (
        <li key={`${at} ${text}`}>
          <time dateTime={at} className="block text-[11px] text-faint leading-4">
            {toExactTime(at, formats)}
          </time>
          <p dir="auto" className="whitespace-pre-line [overflow-wrap:anywhere]">
            {text || t('message.edited.noText')}
          </p>
        </li>
      ))}
    </ol>
  )
}
