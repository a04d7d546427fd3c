'use client'

import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import type { AgentRef, MessageView, UploadView } from '@/lib/domain/conversation'
import type { ReplyInput } from '@/lib/domain/reply'
import { paths } from '@/lib/paths'
import { ApiError, isTransient, request } from './api'
import type { Attachment, FileReply } from './attachments/attachment'
import { returnFile } from './attachments/use-tray'
import { putMessage } from './cache'
import { conversationKeys } from './keys'
import { dropBubble, putBubble, readOutbox, setRefusal, useOutbox } from './outbox'
import { newestFeed, type ThreadData } from './patch'
import { useViewer } from './viewer'

/** A message, or a reply that only this browser knows: on its way to our server, or not taken by it yet. */
export type LocalMessage = MessageView & {
  local?: 'posting' | 'not-posted'
  localError?: string
  localFile?: Attachment
}

type DeliveryAction = 'send-again' | 'arrived' | 'cancel'

/**
 * Everything an agent can do with their replies in a conversation. The id is made here and stays the message's id
 * for ever, so posting it again after a lost answer can never make a second message.
 */
export function useReplies(conversationId: string) {
  const client = useQueryClient()
  const viewer = useViewer()
  const { refusal } = useOutbox(conversationId)
  const post = usePost(conversationId)
  const settle = useSettle(conversationId)

  return {
    send(text: string, { evenIfNewer = false }: { evenIfNewer?: boolean } = {}) {
      const bubble = toBubble(conversationId, viewer, { type: 'text', text })
      setRefusal(client, conversationId, undefined)
      putBubble(client, bubble)
      const seenFeed = evenIfNewer ? undefined : seenIn(client, conversationId)
      post.mutate({ id: bubble.id, content: { type: 'text', text }, seenFeed })
    },
    /** A file that is on the server already, as a reply of its own. */
    sendFile(file: Attachment, { content, upload }: FileReply) {
      const bubble = toBubble(conversationId, viewer, content, upload)
      putBubble(client, { ...bubble, localFile: file })
      post.mutate({ id: bubble.id, content, seenFeed: seenIn(client, conversationId) })
    },
    resend(messageId: string) {
      const bubble = readOutbox(client, conversationId).bubbles.find(({ id }) => id === messageId)
      const content = bubble && toPosted(bubble)
      if (bubble?.local !== 'not-posted' || !content) return
      putBubble(client, { ...bubble, local: 'posting', localError: undefined })
      post.mutate({ id: messageId, content, seenFeed: seenIn(client, conversationId) })
    },
    sendAgain: (messageId: string) => settle.mutate({ messageId, action: 'send-again' }),
    arrived: (messageId: string) => settle.mutate({ messageId, action: 'arrived' }),
    cancel: (messageId: string) => settle.mutate({ messageId, action: 'cancel' }),
    /** The last reply the server did not take; `missed` is empty when it was refused for another reason. */
    conflict: refusal,
    dismissConflict: () => setRefusal(client, conversationId, undefined),
  }
}

/** One reply after the other, in the order they were written: the scope makes the next wait for the last. */
function usePost(conversationId: string) {
  const client = useQueryClient()
  return useMutation({
    scope: { id: `replies of ${conversationId}` },
    mutationFn: (reply: ReplyInput) =>
      request<MessageView>(paths.api.messages(conversationId), { method: 'POST', body: reply }),
    onSuccess: (message, reply) => {
      putMessage(client, message)
      dropBubble(client, conversationId, reply.id)
    },
    onError: (error, reply) => {
      if (isTransient(error)) keepUnposted(client, conversationId, reply, error)
      else giveBack(client, conversationId, reply, error)
    },
    meta: { quiet: true },
  })
}

function useSettle(conversationId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ messageId, action }: { messageId: string; action: DeliveryAction }) =>
      request<MessageView>(paths.api.delivery(conversationId, messageId), {
        method: 'PUT',
        body: { action },
      }),
    onSuccess: (message) => putMessage(client, message),
  })
}

/** We don't know whether the server has it: the bubble stays, and only the same id may be posted again. */
function keepUnposted(
  client: QueryClient,
  conversationId: string,
  reply: ReplyInput,
  error: Error,
) {
  const bubble = readOutbox(client, conversationId).bubbles.find(({ id }) => id === reply.id)
  if (bubble) putBubble(client, { ...bubble, local: 'not-posted', localError: error.message })
}

/** The server said no: nothing is shown as sent, and the words return to the composer. */
function giveBack(client: QueryClient, conversationId: string, reply: ReplyInput, error: Error) {
  const bubble = readOutbox(client, conversationId).bubbles.find(({ id }) => id === reply.id)
  dropBubble(client, conversationId, reply.id)
  if (bubble?.localFile) returnFile(conversationId, bubble.localFile)
  const missed = error instanceof ApiError ? toMissed(error) : []
  for (const message of missed) putMessage(client, message)
  setRefusal(client, conversationId, {
    text: reply.content.type === 'text' ? reply.content.text : '',
    message: error.message,
    missed,
  })
}

function toMissed(error: ApiError): MessageView[] {
  return Array.isArray(error.details.missed) ? (error.details.missed as MessageView[]) : []
}

function seenIn(client: QueryClient, conversationId: string): number | undefined {
  const data = client.getQueryData<ThreadData>(conversationKeys.thread(conversationId))
  return data && newestFeed(data)
}

/** What a bubble says to the server, as it was posted the first time. */
function toPosted({ text, content, localFile }: LocalMessage): ReplyInput['content'] | undefined {
  if (content.type === 'text') return { type: 'text', text: content.text }
  const kind = localFile?.upload?.kind
  if (!localFile || !kind || kind === 'sticker') return undefined
  return { type: kind, uploadId: localFile.id, text }
}

function toBubble(
  conversationId: string,
  agent: AgentRef,
  posted: ReplyInput['content'],
  upload?: UploadView,
): LocalMessage {
  const now = new Date().toISOString()
  const { type, text } = posted
  return {
    id: crypto.randomUUID(),
    conversationId,
    feed: 0,
    author: 'agent',
    agent: { id: agent.id, name: agent.name },
    kind: type,
    text,
    content: type === 'text' ? { type, text } : { type, text, mediaIds: [posted.uploadId] },
    sentAt: now,
    receivedAt: now,
    // Sorts behind every place the server gives.
    order: `~${now}`,
    delivery: 'queued',
    reactions: [],
    media: upload ? [{ ...upload, state: 'stored' }] : [],
    local: 'posting',
  }
}
