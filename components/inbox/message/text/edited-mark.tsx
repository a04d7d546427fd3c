'use client'

import { useState } from 'react'
import { useThreadFrame } from '@/components/inbox/conversation/thread/thread-context'
import { toExactTime } from '@/components/shell/time/times'
import type { Wording } from '@/lib/domain/message/message-context'

/** Says that the words were changed; a press shows what they were before. */
export function EditedMark({ editedAt, wordings }: { editedAt: string; wordings: Wording[] }) {
  const { timeZone } = useThreadFrame()
  const [isOpen, setOpen] = useState(false)
  const earlier = wordings.slice(0, -1)
  const title = `Edited ${toExactTime(editedAt, timeZone)}`
  if (earlier.length === 0) return <span title={title}>edited</span>
  return (
    <>
      <button
        type="button"
        title={title}
        aria-label="Edited: earlier words"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="rounded-sm underline decoration-dotted underline-offset-2 hover:text-text"
      >
        edited
      </button>
      {isOpen && <EarlierWords wordings={earlier} timeZone={timeZone} />}
    </>
  )
}

function EarlierWords({ wordings, timeZone }: { wordings: Wording[]; timeZone: string }) {
  return (
    <ol
      aria-label="Earlier words"
      className="my-1 max-w-[78%] basis-full space-y-1.5 border-line-strong border-l-2 pl-2 text-left text-[13px] text-muted leading-[18px] group-data-[out]:ml-auto"
    >
      {wordings.map(({ at, text }) => (
        <li key={`${at} ${text}`}>
          <time dateTime={at} className="block text-[11px] text-faint leading-4">
            {toExactTime(at, timeZone)}
          </time>
          <p dir="auto" className="whitespace-pre-line [overflow-wrap:anywhere]">
            {text || 'No words'}
          </p>
        </li>
      ))}
    </ol>
  )
}
