'use client'

import type { MutationOptions, QueryClient } from '@tanstack/react-query'
import type { ReplyInput } from '@/lib/domain/reply/schema/reply-schema'
import { reason, type Said } from '@/lib/i18n/reason'
import { paths } from '@/lib/paths'
import type { ConversationView } from '@/lib/view/conversation-view'
import type { MessageView } from '@/lib/view/message-view'
import { ApiError, failureOf, isSignedOut, isTransient, request } from '../api'
import { currentLocation } from '../conversation/location'
import { putMessage } from '../live/cache'
import type { LocalMessage } from '../message/bubble'
import { conversationKeys } from '../query-keys'
import { returnFile } from './attachments/trays'
import {
  addRefusal,
  dropBubble,
  giveBack,
  putBubble,
  readLocalReplies,
  setRefusals,
} from './local-replies'
import { keepUnposted } from './unposted'

/**
 * Shows a reply and posts it. One after the other in the order they were written: the scope makes the next wait for
 * the last, and none overtakes one that our server may not have. The same bubble may be posted any number of times.
 */
export function postReply(client: QueryClient, bubble: LocalMessage) {
  if (!bubble.posted) return
  const { conversationId } = bubble
  putBubble(client, { ...bubble, local: 'posting', localError: undefined })
  const options: MutationOptions<MessageView, Error, LocalMessage> = {
    scope: { id: `replies:${conversationId}` },
    mutationFn: (reply) => post(client, reply),
    onSuccess: (message, reply) => {
      putMessage(client, message)
      dropBubble(client, reply)
    },
    onError: (error, reply) => onFailure(client, reply, error),
    onSettled: () => returnRefused(client, conversationId),
    meta: {
      words: (error) => wordsElsewhere(client, conversationId, error),
    },
  }
  const cache = client.getMutationCache()
  const mutation = cache.build(client, client.defaultMutationOptions(options))
  // What failed is on screen by `onError`.
  mutation.execute(bubble).catch(() => undefined)
}

/** Posts what our server may not have, in the order it was written, up to this one. */
export function repost(client: QueryClient, conversationId: string, lastId?: string) {
  const { bubbles } = readLocalReplies(client, conversationId)
  const end = bubbles.findIndex(({ id }) => id === lastId)
  for (const bubble of end < 0 ? bubbles : bubbles.slice(0, end + 1))
    if (bubble.local === 'not-posted') postReply(client, bubble)
}

async function post(client: QueryClient, reply: LocalMessage): Promise<MessageView> {
  const { conversationId, id, posted, seenFeed, replyTo } = reply
  const { bubbles } = readLocalReplies(client, conversationId)
  const earlier = bubbles.slice(
    0,
    bubbles.findIndex((each) => each.id === id),
  )
  if (earlier.some(({ local }) => local === 'not-posted'))
    throw new ApiError(0, 'waits', reason('composer.notPosted.behindOther'))
  const body = { id, content: posted, seenFeed, replyTo: replyTo?.messageId }
  return request<MessageView>(paths.api.messages(conversationId), { method: 'POST', body })
}

function onFailure(client: QueryClient, reply: LocalMessage, error: Error) {
  // We don't know whether the server has it, or it waits for us to sign in: the bubble stays, and only the same id may be posted again.
  if (isTransient(error) || isSignedOut(error))
    return putBubble(client, { ...reply, local: 'not-posted', localError: failureOf(error) })
  refuse(client, reply, error)
}

/** The server said no: nothing is shown as sent, and the words return to the composer. */
function refuse(client: QueryClient, reply: LocalMessage, error: Error) {
  const { conversationId, localFile, posted } = reply
  dropBubble(client, reply)
  if (localFile) returnFile(conversationId, localFile)
  const missed = error instanceof ApiError ? toMissed(error) : []
  for (const message of missed) putMessage(client, message)
  if (posted) askAbout(client, reply, { message: failureOf(error), missed })
}

/** Puts the question what becomes of a reply that the server did not take. It outlives the page until it is answered. */
export function askAbout(
  client: QueryClient,
  reply: LocalMessage,
  { message, missed }: { message: Said; missed: MessageView[] },
) {
  const { id, agent, conversationId, posted, content: shown } = reply
  if (!posted) return
  // A file is back in the composer by now: what is refused is a reply without words.
  const content = 'uploadId' in posted ? NO_WORDS : posted
  const text = content.type === 'text' ? content.text : ''
  // Words that nobody has to decide about go back into the box, which keeps them.
  if (missed.length > 0 && content === posted) keepUnposted(reply, { message, missed })
  addRefusal(client, conversationId, { id, agent, text, content, shown, message, missed })
}

/** Words that were refused for good go back into the box at once, all together: with missed lines the agent chooses. */
function returnRefused(client: QueryClient, conversationId: string) {
  const { bubbles, refusals } = readLocalReplies(client, conversationId)
  if (bubbles.some(({ local }) => local === 'posting')) return
  if (refusals.some(({ missed }) => missed.length > 0)) return
  const text = refusals.flatMap((refusal) => refusal.text || []).join('\n')
  if (!text) return
  giveBack(client, conversationId, { text })
  setRefusals(
    client,
    conversationId,
    refusals.map((refusal) => ({ ...refusal, text: '' })),
  )
}

/** Who looks at another conversation by now reads nothing of it there. */
function wordsElsewhere(
  client: QueryClient,
  conversationId: string,
  error: Error,
): Said | undefined {
  if (currentLocation().conversationId === conversationId) return undefined
  const detail = conversationKeys.detail(conversationId)
  const name = client.getQueryData<ConversationView>(detail)?.member.name
  const why = failureOf(error)
  return name === undefined
    ? reason('composer.refused.elsewhereNameless', { why })
    : reason('composer.refused.elsewhere', { name, why })
}

function toMissed(error: ApiError): MessageView[] {
  return Array.isArray(error.details.missed) ? (error.details.missed as MessageView[]) : []
}

const NO_WORDS = { type: 'text', text: '' } as const satisfies ReplyInput['content']
