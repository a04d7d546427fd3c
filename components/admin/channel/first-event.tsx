import { CircleCheck } from 'lucide-react'
import Link from 'next/link'
import { Spinner } from '@/components/ui/feedback/spinner'
import { paths } from '@/lib/paths'
import type { ChannelDetail } from '@/lib/view/channel-view'
import { rejectedWords } from './channel-words'

/** Whether Stella has been heard of: it turns green by itself. */
export function FirstEvent({ channel }: { channel: ChannelDetail }) {
  const rejected = rejectedWords(channel)
  if (channel.firstEventId !== undefined)
    return (
      <p
        role="status"
        className="flex flex-wrap items-center gap-2 rounded-control bg-ok-soft px-3 py-2 text-list font-medium text-ok"
      >
        <CircleCheck aria-hidden className="size-4" /> The first event has arrived.
        <Link href={paths.admin.event(channel.firstEventId)} className="underline">
          Look at it
        </Link>
      </p>
    )
  return (
    <div
      role="status"
      className="rounded-control bg-wait-soft px-3 py-2 text-list font-medium text-wait"
    >
      <p className="flex items-center gap-2">
        <Spinner /> Waiting for the first event…
      </p>
      {rejected && (
        <p className="mt-1 font-normal">
          {rejected}: Stella reaches us, but signs with another secret.
        </p>
      )}
    </div>
  )
}
