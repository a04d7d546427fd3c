'use client'

import { type QueryClient, skipToken, useQuery } from '@tanstack/react-query'
import type { MessageView } from '@/lib/domain/conversation/conversation'
import type { Content } from '@/lib/domain/message/content'
import type { AgentRef } from '@/lib/domain/people/agent-ref'
import type { PostedContent } from '@/lib/domain/reply/reply-content'
import { conversationKeys } from '../keys'
import type { LocalMessage } from '../message/bubble'
import { forgetUnposted, keepUnposted } from './unposted'

/** A reply the server did not take: its words go back to the composer, with what was missed meanwhile. */
export interface Refusal {
  /** The reply's. */
  id: string
  /** Who wrote it. */
  agent?: AgentRef
  /** Empty where it was not a text. */
  text: string
  content: PostedContent
  /** Its bubble. */
  shown: Content
  message: string
  missed: MessageView[]
}

/** A reply that its writer took back, on its way to the composer. */
export interface Returned {
  text: string
  /** What was prepared in forms. */
  contents: PostedContent[]
}

/** What this browser has said in a conversation and the server has not confirmed to have. Never fetched. */
export interface Outbox {
  bubbles: LocalMessage[]
  /** In the order they were written. */
  refusals: Refusal[]
  /** Posted a moment ago: their writer may yet take them back. */
  recent: LocalMessage[]
  returned?: Returned
  /** The message that the next reply answers. */
  answering?: MessageView
}

const EMPTY: Outbox = { bubbles: [], refusals: [], recent: [] }
const RECENT_MAX = 20

/** It lives in the query cache, so that leaving the conversation while a reply is on its way loses nothing. */
export function useOutbox(conversationId: string): Outbox {
  const { data } = useQuery<Outbox>({
    queryKey: conversationKeys.outbox(conversationId),
    queryFn: skipToken,
    gcTime: Number.POSITIVE_INFINITY,
  })
  return data ?? EMPTY
}

/** The outbox of a conversation, as it is now. */
export function readOutbox(client: QueryClient, conversationId: string): Outbox {
  return client.getQueryData<Outbox>(conversationKeys.outbox(conversationId)) ?? EMPTY
}

/** The outboxes of all conversations in which something was said from this page. */
export function readOutboxes(client: QueryClient): Outbox[] {
  const queries = client.getQueriesData<Outbox>({
    predicate: ({ queryKey }) => queryKey[1] === conversationKeys.outbox('')[1],
  })
  return queries.flatMap(([, outbox]) => outbox ?? [])
}

/** Shows a reply at once, or shows it in its new state; it outlives the page until the server has it. */
export function putBubble(client: QueryClient, bubble: LocalMessage) {
  keepUnposted(bubble)
  change(client, bubble.conversationId, (outbox) => ({
    ...outbox,
    bubbles: outbox.bubbles.some((other) => other.id === bubble.id)
      ? outbox.bubbles.map((other) => (other.id === bubble.id ? bubble : other))
      : [...outbox.bubbles, bubble],
  }))
}

/** The server has it, or has refused it. */
export function dropBubble(client: QueryClient, bubble: LocalMessage) {
  forgetUnposted(bubble)
  change(client, bubble.conversationId, (outbox) => ({
    ...outbox,
    bubbles: outbox.bubbles.filter((other) => other.id !== bubble.id),
    recent: [...outbox.recent, bubble].slice(-RECENT_MAX),
  }))
}

export function addRefusal(client: QueryClient, conversationId: string, refusal: Refusal) {
  change(client, conversationId, (outbox) => ({
    ...outbox,
    refusals: [...outbox.refusals, refusal],
  }))
}

/** What is left of the refusals once they were answered. */
export function setRefusals(client: QueryClient, conversationId: string, refusals: Refusal[]) {
  const left = new Set(refusals.map(({ id }) => id))
  for (const refusal of readOutbox(client, conversationId).refusals)
    if (!left.has(refusal.id)) forgetUnposted(refusal)
  change(client, conversationId, (outbox) => ({ ...outbox, refusals }))
}

/** Hands words or a form back to the composer: before those that wait there already, as they were written before. */
export function giveBack(client: QueryClient, conversationId: string, given: Partial<Returned>) {
  change(client, conversationId, ({ returned, ...outbox }) => ({
    ...outbox,
    returned: {
      text: [given.text, returned?.text].filter(Boolean).join('\n'),
      contents: [...(given.contents ?? []), ...(returned?.contents ?? [])],
    },
  }))
}

/** The composer has taken what was handed back. */
export function clearReturned(client: QueryClient, conversationId: string) {
  change(client, conversationId, ({ returned, ...outbox }) => outbox)
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
