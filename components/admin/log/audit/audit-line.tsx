import { Terminal } from 'lucide-react'
import Link from 'next/link'
import { Avatar } from '@/components/ui/avatar'
import { actorlessName } from '@/lib/domain/log/audit'
import { useTranslator } from '@/lib/i18n/use-translator'
import { paths } from '@/lib/paths'
import type { AuditEntryView } from '@/lib/view/audit-view'

/** One act: who, what, where, when. */
export function AuditLine({ entry }: { entry: AuditEntryView }) {
  const { t, say, moment } = useTranslator()
  const { who, words, at, conversation, channel } = entry
  const name = who ? (who.name ?? t('audit.formerAgent')) : say(actorlessName(entry.kind))
  return (
    <li className="flex min-h-12 items-center gap-3 px-4 py-2 max-md:px-3">
      {who ? (
        <Avatar name={name} size={28} />
      ) : (
        <span aria-hidden className="grid size-7 place-items-center rounded-full bg-sunken">
          <Terminal className="size-3.5 text-muted" />
        </span>
      )}
      <div className="min-w-0 flex-1">
        <p className="[overflow-wrap:anywhere]">
          <span className="font-medium">{name}</span> · {say(words)}
        </p>
        {(conversation || channel) && (
          <p className="truncate text-meta text-muted">
            {conversation && (
              <Link
                href={paths.inbox(conversation.id)}
                prefetch={false}
                className="text-accent-ink underline underline-offset-2"
              >
                {conversation.member}
              </Link>
            )}
            {conversation && channel && ' · '}
            {channel?.name}
          </p>
        )}
      </div>
      <time dateTime={at} className="shrink-0 text-meta text-muted max-md:w-20 max-md:text-right">
        {moment(Date.parse(at))}
      </time>
    </li>
  )
}
