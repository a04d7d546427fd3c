'use client'

import { type QueryClient, skipToken, useQuery } from '@tanstack/react-query'
import type { Content } from '@/lib/domain/content'
import type { MessageView } from '@/lib/domain/conversation'
import type { PostedContent } from '@/lib/domain/reply-content'
import type { LocalMessage } from './bubble'
import { conversationKeys } from './keys'

/** A reply the server did not take: its words go back to the composer, with what was missed meanwhile. */
export interface Refusal {
  /** Empty where it was not a text. */
  text: string
  content: PostedContent
  /** Its bubble. */
  shown: Content
  message: string
  missed: MessageView[]
}

/** What this browser has said in a conversation and the server has not confirmed to have. Never fetched. */
export interface Outbox {
  bubbles: LocalMessage[]
  refusal?: Refusal
  /** Words of a reply that its writer took back, on their way to the composer. */
  returned?: string
  /** The message that the next reply answers. */
  answering?: MessageView
}

const EMPTY: Outbox = { bubbles: [] }

/** It lives in the query cache, so that leaving the conversation while a reply is on its way loses nothing. */
export function useOutbox(conversationId: string): Outbox {
  const { data } = useQuery<Outbox>({
    queryKey: conversationKeys.outbox(conversationId),
    queryFn: skipToken,
    gcTime: Number.POSITIVE_INFINITY,
  })
  return data ?? EMPTY
}

/** The bubbles and the refusal of a conversation, as they are now. */
export function readOutbox(client: QueryClient, conversationId: string): Outbox {
  return client.getQueryData<Outbox>(conversationKeys.outbox(conversationId)) ?? EMPTY
}

/** Shows a reply at once, or shows it in its new state. */
export function putBubble(client: QueryClient, bubble: LocalMessage) {
  change(client, bubble.conversationId, (outbox) => ({
    ...outbox,
    bubbles: outbox.bubbles.some((other) => other.id === bubble.id)
      ? outbox.bubbles.map((other) => (other.id === bubble.id ? bubble : other))
      : [...outbox.bubbles, bubble],
  }))
}

export function dropBubble(client: QueryClient, conversationId: string, id: string) {
  change(client, conversationId, (outbox) => ({
    ...outbox,
    bubbles: outbox.bubbles.filter((bubble) => bubble.id !== id),
  }))
}

export function setRefusal(client: QueryClient, conversationId: string, refusal?: Refusal) {
  change(client, conversationId, (outbox) => ({ ...outbox, refusal }))
}

/** Hands words back to the composer, which takes them with `undefined`. */
export function setReturned(client: QueryClient, conversationId: string, text?: string) {
  change(client, conversationId, ({ returned, ...outbox }) => ({
    ...outbox,
    returned: text === undefined || returned === undefined ? text : `${text}\n${returned}`,
  }))
}

/** Says which message the next reply answers. */
export function setAnswering(client: QueryClient, conversationId: string, answering?: MessageView) {
  change(client, conversationId, (outbox) => ({ ...outbox, answering }))
}

function change(client: QueryClient, conversationId: string, by: (outbox: Outbox) => Outbox) {
  const key = conversationKeys.outbox(conversationId)
  client.setQueryDefaults(key, { gcTime: Number.POSITIVE_INFINITY })
  client.setQueryData<Outbox>(key, (outbox) => by(outbox ?? EMPTY))
}
