'use client'

import type { useReplies } from '@/lib/client/reply/replies'
import { isExtra } from './extras/kinds'
import type { useExtras } from './extras/use-extras'
import { isRefusedFile, missedBy, wordsOfRefused } from './refused-replies'

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
  const missed = missedBy(refusals)

  function sendAnyway() {
    dismissRefusals()
    for (const refusal of refusals)
      if (!isRefusedFile(refusal))
        sendContent(refusal.content, refusal.shown, { evenIfNewer: true })
    // A file that was refused is back among the others, and goes with them.
    if (refusals.some(isRefusedFile)) submit()
  }

  function keep() {
    dismissRefusals()
    takeBack(wordsOfRefused(refusals))
    for (const { content } of refusals) {
      if (!isExtra(content)) continue
      // Who wants to look first finds it prepared when they come back to it.
      if (missed.length > 0) extras.change(content)
      else extras.reopen(content)
    }
  }

  const shown = refusals
    .filter((refusal) => !isRefusedFile(refusal))
    .map((refusal) => refusal.shown)
  return { reason: refusals[0]?.message, missed, replies: shown, sendAnyway, keep }
}
