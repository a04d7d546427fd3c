'use client'

import { CircleCheck } from 'lucide-react'
import Link from 'next/link'
import { Spinner } from '@/components/ui/feedback/spinner'
import { useTranslator } from '@/lib/i18n/use-translator'
import { paths } from '@/lib/paths'
import type { ChannelDetail } from '@/lib/view/channel-view'
import { rejectedWords } from './channel-words'

/** Whether Stella has been heard of: it turns green by itself. */
export function FirstEvent({ channel }: { channel: ChannelDetail }) {
  const { t } = useTranslator()
  const rejected = rejectedWords(channel)
  if (channel.firstEventId !== undefined)
    return (
      <p
        role="status"
        className="flex flex-wrap items-center gap-2 rounded-control bg-ok-soft px-3 py-2 text-list font-medium text-ok"
      >
        <CircleCheck aria-hidden className="size-4" /> {t('channelAdmin.firstEvent.arrived')}
        <Link href={paths.admin.event(channel.firstEventId)} className="underline">
          {t('channelAdmin.firstEvent.view')}
        </Link>
      </p>
    )
  return (
    <div
      role="status"
      className="rounded-control bg-wait-soft px-3 py-2 text-list font-medium text-wait"
    >
      <p className="flex items-center gap-2">
        <Spinner /> {t('channelAdmin.firstEvent.waiting')}
      </p>
      {rejected && (
        <p className="mt-1 font-normal">{t('channelAdmin.firstEvent.otherSecret', { rejected })}</p>
      )}
    </div>
  )
}
