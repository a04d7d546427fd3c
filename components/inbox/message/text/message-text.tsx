'use client'

import { useLayoutEffect, useRef, useState } from 'react'
import { useThreadFrame } from '@/components/inbox/conversation/thread/thread-context'
import { useTranslator } from '@/lib/i18n/use-translator'
import { isEmojiOnly } from './emoji-only'
import { FormattedText } from './formatted-text'

// Shorter texts can't reach twenty lines at any width we have, so they are not measured.
const MEASURED_FROM_LENGTH = 320
const MEASURED_FROM_LINES = 12

/** The words of a message, each paragraph in its own direction; beyond twenty lines they fold under Show more. */
export function MessageText({ id, text }: { id: string; text: string }) {
  const { channel, isUnfolded, unfold } = useThreadFrame()
  const { t } = useTranslator()
  const { ref, folds } = useFolds(text, isUnfolded(id))
  if (isEmojiOnly(text)) return <p className="text-[34px] leading-[42px]">{text}</p>
  return (
    <>
      <div
        ref={ref}
        dir="auto"
        className={`whitespace-pre-wrap [unicode-bidi:plaintext] ${isUnfolded(id) ? '' : 'line-clamp-20'}`}
      >
        <FormattedText text={text} marks={channel.platform === 'whatsapp'} />
      </div>
      {folds && (
        <button
          type="button"
          onClick={() => unfold(id)}
          className="mt-1 rounded-sm font-semibold text-[13px] underline underline-offset-2 pointer-coarse:min-h-11"
        >
          {t('common.showMore')}
        </button>
      )}
    </>
  )
}

/** Whether the text is taller than its fold, known before the first paint so that nothing shifts. */
function useFolds(text: string, unfolded: boolean) {
  const ref = useRef<HTMLDivElement>(null)
  const [folds, setFolds] = useState(false)
  const long = text.length > MEASURED_FROM_LENGTH || text.split('\n').length > MEASURED_FROM_LINES
  useLayoutEffect(() => {
    const element = ref.current
    setFolds(
      long && !unfolded && element !== null && element.scrollHeight > element.clientHeight + 1,
    )
  }, [long, unfolded])
  return { ref, folds }
}
