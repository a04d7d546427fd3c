'use client'

import { FileQuestionMark } from 'lucide-react'
import type { Content } from '@/lib/domain/content'
import type { MessageView } from '@/lib/domain/conversation'
import { useThreadFrame } from '../thread-context'

type Unknown = Extract<Content, { type: 'unknown' }>

/** Something we have no picture of. It is kept whole, and its bytes can be read. */
export function UnknownCard({ message, content }: { message: MessageView; content: Unknown }) {
  const { showInfo } = useThreadFrame()
  return (
    <div className="flex w-72 max-w-full gap-2.5">
      <FileQuestionMark aria-hidden className="mt-0.5 size-5 shrink-0 opacity-70" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">Unsupported message</p>
        <p className="text-[13px] leading-[18px] aside">
          The platform calls it “<bdi>{content.label}</bdi>”.
        </p>
        {content.text && <p dir="auto">{content.text}</p>}
        <button
          type="button"
          onClick={() => showInfo(message, 'raw')}
          className="mt-1 rounded-sm font-medium text-[13px] underline underline-offset-2"
        >
          View raw
        </button>
      </div>
    </div>
  )
}
