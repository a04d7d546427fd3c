'use client'

import { Clock } from 'lucide-react'
import { useEffect, useState } from 'react'
import { toExactTime, toMoment } from '@/components/shell/time/times'
import { useNow } from '@/components/shell/time/use-now'
import { useLive } from '@/lib/client/live/live'
import type { LocalMessage } from '@/lib/client/message/bubble'
import { useOutageOf } from '@/lib/client/reply/sending'
import { useTranslator } from '@/lib/i18n/use-translator'
import { useThreadFrame } from '../conversation/thread/thread-context'
import { DeliveryStatus } from './delivery/delivery-status'
import { needsAttention, toDeliveryLine } from './delivery/delivery-words'
import { EditedMark } from './text/edited-mark'

/** The line under a bubble: when, whether it came late, and how far it got. Only the last of a group has the time. */
export function BubbleMeta({ message, last }: { message: LocalMessage; last: boolean }) {
  const { channel } = useThreadFrame()
  const formats = useTranslator()
  const outage = useOutageOf(channel.id)?.reason
  const now = useHeldNow(message.heldUntil)
  const isOffline = useLive().state !== 'live'
  const line = toDeliveryLine(message, { now, timeZone: formats.timeZone, outage, isOffline })
  const shown = line && (last || needsAttention(line)) && isReported(message)
  const edited = message.context?.editedAt
  if (!last && !message.late && !shown && !edited) return null
  return (
    <div
      className={`mx-1 mt-0.5 flex flex-wrap items-center gap-x-1.5 text-[11px] text-faint leading-4 tabular-nums group-data-[out]:justify-end ${last ? '' : 'mb-2'}`}
    >
      {message.late ? (
        <LateTime message={message} />
      ) : (
        <time dateTime={message.sentAt} title={toExactTime(message.sentAt, formats)}>
          {formats.time(Date.parse(message.sentAt))}
        </time>
      )}
      {edited && <EditedMark editedAt={edited} wordings={message.context?.wordings ?? []} />}
      {shown && <DeliveryStatus line={line} message={message} />}
    </div>
  )
}

/** The present; second by second while a message is held back. */
function useHeldNow(heldUntil: string | undefined): number {
  const now = useNow()
  const [exact, setExact] = useState(() => Date.now())
  useEffect(() => {
    const left = Date.parse(heldUntil ?? '') - exact
    if (!(left > 0)) return
    const timer = setTimeout(() => setExact(Date.now()), Math.min(left, left % 1000 || 1000))
    return () => clearTimeout(timer)
  }, [heldUntil, exact])
  return heldUntil ? Math.max(exact, now) : now
}

/** A message of ours says how far it got; of the others only a failure is worth a word. */
function isReported({ author, delivery }: LocalMessage): boolean {
  return author === 'agent' || delivery === 'failed'
}

function LateTime({ message }: { message: LocalMessage }) {
  const { t, ...formats } = useTranslator()
  const sentAt = Date.parse(message.sentAt)
  const title = t('message.late.exact', {
    sent: toExactTime(message.sentAt, formats),
    arrived: toExactTime(message.receivedAt, formats),
  })
  return (
    <span className="inline-flex items-center gap-1 text-wait" title={title}>
      <Clock aria-hidden className="size-3" />
      {t('message.late.line', {
        // With its day, where that is another one than the heading above says.
        arrived: toMoment(message.receivedAt, sentAt, formats),
        sent: formats.time(sentAt),
      })}
    </span>
  )
}
