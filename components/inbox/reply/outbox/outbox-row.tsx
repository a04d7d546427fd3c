import Link from 'next/link'
import { PlatformMark } from '@/components/shell/labels/platform-mark'
import { localTimeZone, toMoment } from '@/components/shell/time/times'
import { Button } from '@/components/ui/button'
import { toPreview, toShownPreview } from '@/lib/domain/message/content'
import { useTranslator } from '@/lib/i18n/use-translator'
import { paths } from '@/lib/paths'
import type { OutboxItemView } from '@/lib/view/outbox-view'
import { toStand } from './outbox-words'

interface OutboxRowProps {
  item: OutboxItemView
  /** Epoch ms. */
  now: number
  isChosen: boolean
  onChoose: () => void
  actions: { name: string; blocked?: string; run: () => void }[]
}

/** One reply: to whom, what it says, where it stands, and what can be done. */
export function OutboxRow({ item, now, isChosen, onChoose, actions }: OutboxRowProps) {
  const { message, memberName, channel } = item
  const { say } = useTranslator()
  const timeZone = localTimeZone()
  return (
    <li
      aria-label={`Reply to ${memberName}`}
      className="flex flex-wrap items-start gap-x-3 gap-y-2 px-4 py-3"
    >
      <input
        type="checkbox"
        aria-label={`Choose the reply to ${memberName}`}
        checked={isChosen}
        onChange={onChoose}
        className="mt-0.5 size-4 shrink-0 accent-accent"
      />
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex items-center gap-1.5 text-list">
          <PlatformMark platform={channel.platform} className="shrink-0" />
          <Link
            href={`${paths.inbox(message.conversationId)}?view=all`}
            className="truncate rounded-sm font-medium underline decoration-line-strong underline-offset-2 hover:decoration-current"
          >
            {memberName}
          </Link>
          <span className="truncate text-meta text-muted">
            {channel.name} · {message.agent?.name ?? 'By a timer'} ·{' '}
            {toMoment(message.sentAt, now, timeZone)}
          </span>
        </p>
        <p dir="auto" className="line-clamp-2 [overflow-wrap:anywhere]">
          {say(toShownPreview(toPreview(message.content)))}
        </p>
        <p className="text-meta text-muted">{say(toStand(item, { now, timeZone }))}</p>
      </div>
      <div className="flex gap-2">
        {actions.map(({ name, blocked, run }) => (
          <Button key={name} disabledReason={blocked} onClick={run}>
            {name}
          </Button>
        ))}
      </div>
    </li>
  )
}
