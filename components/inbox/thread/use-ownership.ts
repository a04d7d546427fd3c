'use client'

import type { RefObject } from 'react'
import { useAction } from '@/lib/client/actions'
import { useSetLiveChat, useSetStatus } from '@/lib/client/conversations'
import type { ConversationView, Viewer } from '@/lib/domain/conversation'

/** Taking over, handing back and resolving, each by button, key and palette from one place. */
export function useOwnership(
  conversation: ConversationView,
  viewer: Viewer,
  box: RefObject<HTMLTextAreaElement | null>,
) {
  const liveChat = useSetLiveChat(conversation.id)
  const status = useSetStatus(conversation.id)
  const noTakeOver = takeOverBlockedBecause(conversation, viewer.id)
  const noHandBack = handBackBlockedBecause(conversation, viewer.id)
  const resolved = conversation.status === 'resolved'

  const takeOver = () => liveChat.mutate(true, { onSuccess: () => box.current?.focus() })
  const handBack = () => liveChat.mutate(false)
  const toggleResolved = () => status.mutate(resolved ? 'open' : 'resolved')

  const section = 'Conversation'
  useAction({
    id: 'take-over',
    label: 'Take over',
    keys: 't',
    section,
    run: takeOver,
    disabledReason: liveChat.isPending ? 'Asking Stella…' : noTakeOver,
  })
  useAction({
    id: 'hand-back',
    label: 'Hand back',
    keys: 'b',
    section,
    run: handBack,
    disabledReason: liveChat.isPending ? 'Asking Stella…' : noHandBack,
  })
  useAction({
    id: 'resolve',
    label: resolved ? 'Reopen' : 'Resolve',
    keys: 'e',
    section,
    run: toggleResolved,
    disabledReason: status.isPending ? 'Under way…' : undefined,
  })

  return {
    takeOver,
    handBack,
    toggleResolved,
    noTakeOver,
    noHandBack,
    resolved,
    isChanging: liveChat.isPending,
    isResolving: status.isPending,
  }
}

export type Ownership = ReturnType<typeof useOwnership>

function takeOverBlockedBecause(
  { owner, assignee, channel, driftAt }: ConversationView,
  viewerId: string,
): string | undefined {
  if (!channel.authorized) return 'This channel was disconnected from Stella.'
  // After the bot spoke, taking over again tells Stella once more that a person answers, and reads it back.
  if (driftAt) return undefined
  if (owner === 'agent' && assignee?.id === viewerId) return 'You are answering already.'
  return undefined
}

function handBackBlockedBecause(
  { owner, assignee, channel }: ConversationView,
  viewerId: string,
): string | undefined {
  if (!channel.authorized) return 'This channel was disconnected from Stella.'
  if (owner === 'bot') return 'The bot is answering already.'
  if (owner === 'agent' && assignee?.id !== viewerId)
    return `${assignee?.name ?? 'Another agent'} is answering. Take over first.`
  return undefined
}
