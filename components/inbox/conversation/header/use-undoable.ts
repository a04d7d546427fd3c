'use client'

import { useAssign, useSetLiveChat, useSetStatus } from '@/lib/client/conversation/conversations'
import { currentLocation, goTo } from '@/lib/client/conversation/location'
import { offerUndo } from '@/lib/client/reply/undo'
import type { Viewer } from '@/lib/domain/people/viewer'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConversationView } from '@/lib/view/conversation-view'

/** Nobody but the viewer held it after their own act: whoever took it since keeps it, and the server says who. */
const LEFT_TO_NOBODY = { seenAssigneeId: null }

/**
 * What was resolved or handed back with one key can be taken back for a while. Nothing is unsaid by that: the log keeps
 * the step and the step back, and Stella is told both.
 */
export function useUndoable(conversation: ConversationView, viewer: Viewer) {
  const { t } = useTranslator()
  const liveChat = useSetLiveChat(conversation.id)
  const assignment = useAssign(conversation.id)
  const status = useSetStatus(conversation.id)
  const { id, member } = conversation
  const back = () => goTo({ ...currentLocation(), conversationId: id })

  async function reopen() {
    back()
    const now = await status.mutateAsync('open')
    if (now.owner === conversation.owner) return
    // A channel may hand back what is resolved; who held it, or waited, does so again.
    const wasMine = conversation.owner === 'agent' && conversation.assignee?.id === viewer.id
    if (!wasMine && conversation.owner !== 'waiting') return
    await liveChat.mutateAsync({ liveChat: true, ...LEFT_TO_NOBODY })
    if (!wasMine) await assignment.mutateAsync({ agentId: null, seenAssigneeId: viewer.id })
  }

  async function takeBack() {
    back()
    await liveChat.mutateAsync({ liveChat: true, ...LEFT_TO_NOBODY })
  }

  // What could not be undone is told like any other failure.
  const quietly = (undo: () => Promise<void>) => () => void undo().catch(() => undefined)
  return {
    offerReopening: () =>
      offerUndo(t('conversation.header.resolved', { member: member.name }), quietly(reopen)),
    offerTakingBack: () =>
      offerUndo(t('conversation.header.handedBack', { member: member.name }), quietly(takeBack)),
  }
}
