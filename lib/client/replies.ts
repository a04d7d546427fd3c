'use client'

import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Content } from '@/lib/domain/content'
import type { MessageView } from '@/lib/domain/conversation'
import type { ReplyInput } from '@/lib/domain/reply'
import type { PostedContent } from '@/lib/domain/reply-content'
import { paths } from '@/lib/paths'
import { isTransient, request } from './api'
import type { Attachment, FileReply } from './attachments/attachment'
import { keepSentFile, takeSentFile } from './attachments/sent-files'
import { returnFile } from './attachments/use-tray'
import { toBubble, toQuote } from './bubble'
import { putMessage } from './cache'
import { giveBack } from './give-back'
import { conversationKeys } from './keys'
import {
  dropBubble,
  putBubble,
  readOutbox,
  setAnswering,
  setRefusal,
  setReturned,
  useOutbox,
} from './outbox'
import { newestFeed, type ThreadData } from './patch'
import type { SettleAction } from './sending'
import { useViewer } from './viewer'

interface SendOptions {
  /** The agent has seen what was missed. */
  evenIfNewer?: boolean
}

/** When a reply is to be sent, where that is not now. */
export interface Schedule {
  /** ISO 8601. */
  sendAt: string
  unlessMemberWrites: boolean
}

/**
 * Everything an agent can do with their replies in a conversation. The id is made here and stays the message's id
 * for ever, so posting it again after a lost answer can never make a second message.
 */
export function useReplies(conversationId: string) {
  const client = useQueryClient()
  const viewer = useViewer()
  const { refusal, returned, answering } = useOutbox(conversationId)
  const post = usePost(conversationId)
  const settle = useSettle(conversationId)

  function sendContent(posted: PostedContent, shown: Content, { evenIfNewer }: SendOptions = {}) {
    const { answering: target } = readOutbox(client, conversationId)
    const quoted = { replyTo: toQuote(target) }
    const bubble = { ...toBubble(conversationId, viewer, posted, shown), ...quoted }
    setRefusal(client, conversationId, undefined)
    setAnswering(client, conversationId, undefined)
    putBubble(client, bubble)
    const seenFeed = evenIfNewer ? undefined : seenIn(client, conversationId)
    post.mutate({ id: bubble.id, content: posted, seenFeed, replyTo: target?.id })
  }

  return {
    send: (text: string, options: SendOptions = {}) =>
      sendContent({ type: 'text', text }, { type: 'text', text }, options),
    /** `shown` is its bubble until the server's own is there. */
    sendContent,
    /** A file that is on the server already, as a reply of its own. */
    sendFile(file: Attachment, { content, upload }: FileReply) {
      const { type, text, uploadId } = content
      const shown = { type, text, mediaIds: [uploadId] }
      const bubble = toBubble(conversationId, viewer, content, shown, upload)
      putBubble(client, { ...bubble, localFile: file })
      keepSentFile(bubble.id, file)
      post.mutate({ id: bubble.id, content, seenFeed: seenIn(client, conversationId) })
    },
    /** Nothing shows in the thread: it stands in the list of scheduled replies once the server has it. */
    sendLater(text: string, schedule: Schedule) {
      const { answering: target } = readOutbox(client, conversationId)
      setRefusal(client, conversationId, undefined)
      setAnswering(client, conversationId, undefined)
      const content = { type: 'text', text } as const
      post.mutate({ id: crypto.randomUUID(), content, replyTo: target?.id, ...schedule })
    },
    resend(messageId: string) {
      const bubble = readOutbox(client, conversationId).bubbles.find(({ id }) => id === messageId)
      if (bubble?.local !== 'not-posted' || !bubble.posted) return
      putBubble(client, { ...bubble, local: 'posting', localError: undefined })
      const content = bubble.posted
      const seenFeed = seenIn(client, conversationId)
      post.mutate({ id: messageId, content, seenFeed, replyTo: bubble.replyTo?.messageId })
    },
    sendAgain: (messageId: string) => settle.mutate({ messageId, action: 'send-again' }),
    arrived: (messageId: string) => settle.mutate({ messageId, action: 'arrived' }),
    cancel: (messageId: string) => settle.mutate({ messageId, action: 'cancel' }),
    /** Takes back a reply that is held or scheduled; its words or its file return to the composer. */
    undo: (messageId: string) => settle.mutate({ messageId, action: 'undo' }),
    sendNow: (messageId: string) => settle.mutate({ messageId, action: 'send-now' }),
    /** Words that were taken back; whoever takes them says so with `takeReturned`. */
    returned,
    takeReturned: () => setReturned(client, conversationId, undefined),
    /** The message that the next reply answers. */
    answering,
    answer: (message?: MessageView) => setAnswering(client, conversationId, message),
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
      // A scheduled one has no bubble to wait in.
      if (isTransient(error) && !reply.sendAt) keepUnposted(client, conversationId, reply, error)
      else giveBack(client, conversationId, reply, error)
    },
    meta: { quiet: true },
  })
}

function useSettle(conversationId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ messageId, action }: { messageId: string; action: SettleAction }) =>
      request<MessageView>(paths.api.delivery(conversationId, messageId), {
        method: 'PUT',
        body: { action },
      }),
    onSuccess: (message, { action }) => {
      putMessage(client, message)
      if (action === 'undo') takeBack(client, message)
    },
  })
}

/** A file goes back among the others with its caption, words go back into the box. */
function takeBack(client: QueryClient, { id, conversationId, text }: MessageView) {
  const file = takeSentFile(id)
  if (file) returnFile(conversationId, { ...file, caption: text ?? '' })
  else if (text) setReturned(client, conversationId, text)
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

function seenIn(client: QueryClient, conversationId: string): number | undefined {
  const data = client.getQueryData<ThreadData>(conversationKeys.thread(conversationId))
  return data && newestFeed(data)
}
