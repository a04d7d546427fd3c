'use client'

import type { QueryClient } from '@tanstack/react-query'
import type { MessageView } from '@/lib/domain/conversation'
import type { ReplyInput } from '@/lib/domain/reply'
import { ApiError, isTransient } from './api'
import { returnFile } from './attachments/use-tray'
import { putMessage } from './cache'
import { scheduledKey } from './keys'
import { dropBubble, readOutbox, setRefusal } from './outbox'

/** The server said no: nothing is shown as sent, and the words return to the composer. */
export function giveBack(
  client: QueryClient,
  conversationId: string,
  reply: ReplyInput,
  error: Error,
) {
  const { bubbles } = readOutbox(client, conversationId)
  const bubble = bubbles.find(({ id }) => id === reply.id)
  dropBubble(client, conversationId, reply.id)
  if (bubble?.localFile) returnFile(conversationId, bubble.localFile)
  const missed = error instanceof ApiError ? toMissed(error) : []
  for (const message of missed) putMessage(client, message)
  if (reply.sendAt) return giveBackScheduled(client, conversationId, reply.content, error)
  if (!bubble) return
  // A file is back in the composer by now: what is refused is a reply without words.
  const content = 'uploadId' in reply.content ? NO_WORDS : reply.content
  const text = content.type === 'text' ? content.text : ''
  const { message } = error
  setRefusal(client, conversationId, { text, content, shown: bubble.content, message, missed })
}

/** It had no bubble, so its words are all there is. An answer that was lost may have been a yes: the list tells. */
function giveBackScheduled(
  client: QueryClient,
  conversationId: string,
  content: ReplyInput['content'],
  error: Error,
) {
  if (content.type !== 'text') return
  client.invalidateQueries({ queryKey: scheduledKey(conversationId) })
  const doubt = isTransient(error)
    ? ' It may stand among the scheduled replies all the same: look there first.'
    : ''
  const message = error.message + doubt
  const { text } = content
  setRefusal(client, conversationId, { text, content, shown: content, message, missed: [] })
}

function toMissed(error: ApiError): MessageView[] {
  return Array.isArray(error.details.missed) ? (error.details.missed as MessageView[]) : []
}

const NO_WORDS = { type: 'text', text: '' } as const
