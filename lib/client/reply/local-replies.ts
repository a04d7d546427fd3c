'use client'

import { type QueryClient, skipToken, useQuery } from '@tanstack/react-query'
import type { Content } from '@/lib/domain/message/content'
import type { AgentRef } from '@/lib/domain/people/agent-ref'
import type { PostedContent } from '@/lib/domain/reply/reply-content'
import type { Said } from '@/lib/i18n/reason'
import type { MessageView } from '@/lib/view/message-view'
import type { LocalMessage } from '../message/bubble'
import { conversationKeys } from '../query-keys'
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
  /** Why. */
  message: Said
  missed: MessageView[]
}

/** A reply that its writer took back, on its way to the composer. */
export interface Returned {
  text: string
  /** What was prepared in forms. */
  contents: PostedContent[]
}

/** What this browser has said in a conversation and the server has not confirmed to have. Never fetched. */
export interface LocalReplies {
  bubbles: LocalMessage[]
  /** In the order they were written. */
  refusals: Refusal[]
  /** Posted a moment ago: their writer may yet take them back. */
  recent: LocalMessage[]
  returned?: Returned
  /** The message that the next reply answers. */
  answering?: MessageView
}

const EMPTY: LocalReplies = { bubbles: [], refusals: [], recent: [] }
const RECENT_MAX = 20

/** It lives in the query cache, so that leaving the conversation while a reply is on its way loses nothing. */
export function useLocalReplies(conversationId: string): LocalReplies {
  const { data } = useQuery<LocalReplies>({
    queryKey: conversationKeys.localReplies(conversationId),
    queryFn: skipToken,
    gcTime: Number.POSITIVE_INFINITY,
  })
  return data ?? EMPTY
}

/** What was said here in a conversation, as it is now. */
export function readLocalReplies(client: QueryClient, conversationId: string): LocalReplies {
  return client.getQueryData<LocalReplies>(conversationKeys.localReplies(conversationId)) ?? EMPTY
}

/** The same of all conversations in which something was said from this page. */
export function readAllLocalReplies(client: QueryClient): LocalReplies[] {
  const queries = client.getQueriesData<LocalReplies>({
    predicate: ({ queryKey }) => queryKey[1] === conversationKeys.localReplies('')[1],
  })
  return queries.flatMap(([, local]) => local ?? [])
}

/** Shows a reply at once, or shows it in its new state; it outlives the page until the server has it. */
export function putBubble(client: QueryClient, bubble: LocalMessage) {
  keepUnposted(bubble)
  change(client, bubble.conversationId, (local) => ({
    ...local,
    bubbles: local.bubbles.some((other) => other.id === bubble.id)
      ? local.bubbles.map((other) => (other.id === bubble.id ? bubble : other))
      : [...local.bubbles, bubble],
  }))
}

/** The server has it, or has refused it. */
export function dropBubble(client: QueryClient, bubble: LocalMessage) {
  forgetUnposted(bubble)
  change(client, bubble.conversationId, (local) => ({
    ...local,
    bubbles: local.bubbles.filter((other) => other.id !== bubble.id),
    recent: [...local.recent, bubble].slice(-RECENT_MAX),
  }))
}

export function addRefusal(client: QueryClient, conversationId: string, refusal: Refusal) {
  change(client, conversationId, (local) => ({
    ...local,
    refusals: [...local.refusals, refusal],
  }))
}

/** What is left of the refusals once they were answered. */
export function setRefusals(client: QueryClient, conversationId: string, refusals: Refusal[]) {
  const left = new Set(refusals.map(({ id }) => id))
  for (const refusal of readLocalReplies(client, conversationId).refusals)
    if (!left.has(refusal.id)) forgetUnposted(refusal)
  change(client, conversationId, (local) => ({ ...local, refusals }))
}

/** Hands words or a form back to the composer: before those that wait there already, as they were written before. */
export function giveBack(client: QueryClient, conversationId: string, given: Partial<Returned>) {
  change(client, conversationId, ({ returned, ...local }) => ({
    ...local,
    returned: {
      text: [given.text, returned?.text].filter(Boolean).join('\n'),
      contents: [...(given.contents ?? []), ...(returned?.contents ?? [])],
    },
  }))
}

/** The composer has taken what was handed back. */
export function clearReturned(client: QueryClient, conversationId: string) {
  change(client, conversationId, ({ returned, ...local }) => local)
}

/** Says which message the next reply answers. */
export function setAnswering(client: QueryClient, conversationId: string, answering?: MessageView) {
  change(client, conversationId, (local) => ({ ...local, answering }))
}

function change(
  client: QueryClient,
  conversationId: string,
  by: (local: LocalReplies) => LocalReplies,
) {
  const key = conversationKeys.localReplies(conversationId)
  client.setQueryDefaults(key, { gcTime: Number.POSITIVE_INFINITY })
  client.setQueryData<LocalReplies>(key, (local) => by(local ?? EMPTY))
}
