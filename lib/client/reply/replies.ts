'use client'

import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Content } from '@/lib/domain/message/content'
import type { PostedContent } from '@/lib/domain/reply/reply-content'
import type { ReplyInput } from '@/lib/domain/reply/schema/reply-schema'
import { paths } from '@/lib/paths'
import type { MessageView } from '@/lib/view/message-view'
import { ApiError, failureOf, isSignedOut, isTransient, request } from '../api'
import { putMessage } from '../live/cache'
import { newestFeed, type ThreadData } from '../live/patch'
import { type LocalMessage, toBubble, toQuote } from '../message/bubble'
import { useViewer } from '../people/use-viewer'
import { conversationKeys } from '../query-keys'
import type { Attachment, FileReply } from './attachments/attachment'
import { returnFile } from './attachments/trays'
import {
  clearReturned,
  dropBubble,
  giveBack,
  putBubble,
  type Refusal,
  readLocalReplies,
  setAnswering,
  setRefusals,
  useLocalReplies,
} from './local-replies'
import { postReply, repost } from './post-reply'
import type { SettleAction } from './sending'

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
  const { bubbles, refusals, returned, answering } = useLocalReplies(conversationId)
  const isPosting = bubbles.some(({ local }) => local === 'posting')
  const settle = useSettle(conversationId)

  /** What our server may not have yet goes first: none overtakes another. */
  function put(bubble: LocalMessage) {
    repost(client, conversationId)
    postReply(client, bubble)
  }

  function sendContent(posted: PostedContent, shown: Content, { evenIfNewer }: SendOptions = {}) {
    const { answering: target } = readLocalReplies(client, conversationId)
    const bubble = toBubble(conversationId, viewer, posted, shown)
    const seenFeed = evenIfNewer ? undefined : seenIn(client, conversationId)
    dropAnswered(client, conversationId)
    setAnswering(client, conversationId, undefined)
    put({ ...bubble, replyTo: toQuote(target), seenFeed })
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
      put({ ...bubble, localFile: file, seenFeed: seenIn(client, conversationId) })
    },
    resend: (messageId: string) => repost(client, conversationId, messageId),
    /** Takes back a reply that our server may not have; it is asked, so that what it has is not said to be gone. */
    takeBack: (messageId: string) => takeBack(client, conversationId, messageId),
    sendAgain: (messageId: string) => settle.mutate({ messageId, action: 'send-again' }),
    arrived: (messageId: string) => settle.mutate({ messageId, action: 'arrived' }),
    /** Gives up a reply that waits or failed. */
    cancel: (messageId: string) => settle.mutate({ messageId, action: 'cancel' }),
    /** Gives up a reply that failed; its words return to the composer, to be written anew. */
    edit: ({ id: messageId, text }: MessageView) =>
      settle.mutate(
        { messageId, action: 'cancel' },
        { onSuccess: () => giveBack(client, conversationId, { text }) },
      ),
    /** Takes back a reply that is held or scheduled; what it said returns to the composer. */
    undo: (messageId: string) => settle.mutate({ messageId, action: 'undo' }),
    sendNow: (messageId: string) => settle.mutate({ messageId, action: 'send-now' }),
    /** What was taken back; whoever takes it says so with `takeReturned`. */
    returned,
    takeReturned: () => clearReturned(client, conversationId),
    /** The message that the next reply answers. */
    answering,
    answer: (message?: MessageView) => setAnswering(client, conversationId, message),
    /**
     * The replies the server did not take, in their order; `missed` is empty where one was refused for another reason. Told
     * once all are answered, so that the pieces of a text are one question.
     */
    refusals: isPosting ? NONE : refusals,
    dismissRefusals: () => setRefusals(client, conversationId, []),
  }
}

/**
 * Schedules a text. Nothing shows in the thread: it stands in the list of scheduled replies once the server has it.
 * The id is the caller's, who keeps it for as long as the server's answer is not known.
 */
export function useSendLater(conversationId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, text, ...schedule }: Schedule & { id: string; text: string }) => {
      const { answering } = readLocalReplies(client, conversationId)
      const content = { type: 'text', text } as const
      const body: ReplyInput = { id, content, replyTo: answering?.id, ...schedule }
      return request<MessageView>(paths.api.messages(conversationId), { method: 'POST', body })
    },
    onSuccess: (message) => {
      putMessage(client, message)
      setAnswering(client, conversationId, undefined)
    },
    meta: { quiet: true },
  })
}

const NONE: Refusal[] = []

function useSettle(conversationId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ messageId, action }: { messageId: string; action: SettleAction }) =>
      settleReply(conversationId, messageId, action),
    onSuccess: (message, { messageId, action }) => {
      putMessage(client, message)
      if (action !== 'undo') return
      const { recent } = readLocalReplies(client, conversationId)
      const bubble = recent.find(({ id }) => id === messageId)
      returnToComposer(client, conversationId, bubble ?? message)
    },
  })
}

function settleReply(conversationId: string, messageId: string, action: SettleAction) {
  const path = paths.api.delivery(conversationId, messageId)
  return request<MessageView>(path, { method: 'PUT', body: { action } })
}

async function takeBack(client: QueryClient, conversationId: string, messageId: string) {
  const bubble = readLocalReplies(client, conversationId).bubbles.find(({ id }) => id === messageId)
  if (!bubble) return
  try {
    putMessage(client, await settleReply(conversationId, messageId, 'undo'))
  } catch (error) {
    if (isTransient(error) || isSignedOut(error))
      return putBubble(client, { ...bubble, localError: failureOf(error) })
    // It never came to the server, or it is too late and the thread shows it.
    if (!(error instanceof ApiError) || error.status !== 404) return dropBubble(client, bubble)
  }
  dropBubble(client, bubble)
  returnToComposer(client, conversationId, bubble)
}

/** A file goes back among the files, a form into its dialog, words into the box. */
function returnToComposer(client: QueryClient, conversationId: string, reply: LocalMessage) {
  const { localFile, posted, text } = reply
  if (localFile) return returnFile(conversationId, localFile)
  if (posted && posted.type !== 'text' && !('uploadId' in posted))
    return giveBack(client, conversationId, { contents: [posted] })
  if (text) giveBack(client, conversationId, { text })
}

/** A notice whose words are back in the box is answered by the next reply; one that waits for a choice stays. */
function dropAnswered(client: QueryClient, conversationId: string) {
  const { refusals } = readLocalReplies(client, conversationId)
  const open = refusals.filter(({ missed }) => missed.length > 0)
  if (open.length < refusals.length) setRefusals(client, conversationId, open)
}

function seenIn(client: QueryClient, conversationId: string): number | undefined {
  const data = client.getQueryData<ThreadData>(conversationKeys.thread(conversationId))
  return data && newestFeed(data)
}
