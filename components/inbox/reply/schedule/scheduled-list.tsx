'use client'

import { Button } from '@/components/ui/button'
import { failureOf } from '@/lib/client/api'
import { useScheduled } from '@/lib/client/reply/sending'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConversationView } from '@/lib/view/conversation-view'
import { ScheduledLine } from './scheduled-line'

/** The replies of this conversation that wait for their time, soonest first. */
export function ScheduledList({ conversation }: { conversation: ConversationView }) {
  const { t } = useTranslator()
  const { data, error, refetch } = useScheduled(conversation.id)
  if (error && !data)
    return (
      <p role="alert" className="flex items-center gap-2 px-1 pb-1.5 text-meta text-bad">
        {t('composer.schedule.listFailed', { why: failureOf(error) })}
        <Button size="sm" onClick={() => refetch()}>
          {t('common.retry')}
        </Button>
      </p>
    )
  if (!data || data.items.length === 0) return null
  return (
    <ul
      aria-label={t('composer.schedule.list')}
      className="thin-scroll mb-2 max-h-40 divide-y overflow-y-auto rounded-bubble border bg-surface"
    >
      {data.items.map((message) => (
        <ScheduledLine key={message.id} conversation={conversation} message={message} />
      ))}
    </ul>
  )
}
