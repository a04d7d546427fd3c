'use client'

import type { Refusal } from '@/lib/client/reply/local-replies'
import type { useReplies } from '@/lib/client/reply/replies'
import type { MessageView } from '@/lib/view/message-view'
import { isExtra } from './extras/kinds'
import type { useExtras } from './extras/use-extras'

interface Given {
  replies: ReturnType<typeof useReplies>
  extras: ReturnType<typeof useExtras>
  /** Puts words back into the box. */
  takeBack: (text: string) => void
  /** Sends what stands in the composer. */
  submit: () => void
}

/** The replies that the server did not take, as one question to the agent. */
export function useRefusals({ replies, extras, takeBack, submit }: Given) {
  const { refusals, dismissRefusals, sendContent } = replies
  const missed = unique(refusals.flatMap((refusal) => refusal.missed))

  function sendAnyway() {
    dismissRefusals()
    for (const refusal of refusals)
      if (!isFile(refusal)) sendContent(refusal.content, refusal.shown, { evenIfNewer: true })
    // A file that was refused is back among the others, and goes with them.
    if (refusals.some(isFile)) submit()
  }

  function keep() {
    dismissRefusals()
    takeBack(refusals.flatMap(({ text }) => text || []).join('\n'))
    for (const { content } of refusals) {
      if (!isExtra(content)) continue
      // Who wants to look first finds it prepared when they come back to it.
      if (missed.length > 0) extras.change(content)
      else extras.reopen(content)
    }
  }

  const shown = refusals.filter((refusal) => !isFile(refusal)).map((refusal) => refusal.shown)
  return { reason: refusals[0]?.message, missed, replies: shown, sendAnyway, keep }
}

function isFile({ content, text }: Refusal): boolean {
  return content.type === 'text' && text === ''
}

function unique(messages: MessageView[]): MessageView[] {
  return [...new Map(messages.map((message) => [message.id, message])).values()]
}
