'use client'

import type { LocalMessage } from '@/lib/client/message/bubble'
import { useReplies } from '@/lib/client/reply/replies'
import { useTranslator } from '@/lib/i18n/use-translator'
import { ACTION_NAMES, type DeliveryAction } from './delivery-words'

/** What an agent can do about a message that did not simply arrive. */
export function DeliveryActions({
  message,
  actions,
}: {
  message: LocalMessage
  actions: DeliveryAction[]
}) {
  const { t } = useTranslator()
  const replies = useReplies(message.conversationId)
  const run: Record<DeliveryAction, (messageId: string) => void> = {
    'try-again': replies.sendAgain,
    resend: replies.resend,
    'take-back': replies.takeBack,
    arrived: replies.arrived,
    'send-again': replies.sendAgain,
    cancel: replies.cancel,
    discard: replies.cancel,
    edit: () => replies.edit(message),
    undo: replies.undo,
  }
  return actions.map((action) => (
    <button
      key={action}
      type="button"
      onClick={() => run[action](message.id)}
      // Inline padding makes a target for a finger without making the line taller.
      className="ml-1 inline rounded-sm px-1 font-semibold text-accent-ink underline-offset-2 hover:underline pointer-coarse:px-2 pointer-coarse:py-3.5"
    >
      {t(ACTION_NAMES[action])}
    </button>
  ))
}
