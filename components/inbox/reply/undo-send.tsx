'use client'

import { useEffect, useState } from 'react'
import { useAction } from '@/lib/client/browser/actions'
import { useThread } from '@/lib/client/conversation/thread'
import { newestHeld } from '@/lib/client/reply/held-replies'
import { useReplies } from '@/lib/client/reply/replies'
import type { Viewer } from '@/lib/domain/people/viewer'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { MessageView } from '@/lib/view/message-view'

interface UndoSendProps {
  conversationId: string
  viewer: Viewer
  /** Nothing is being typed: then the undo key means the reply, not the words in the box. */
  isBoxEmpty: boolean
}

/** Ctrl or ⌘ + Z takes back the newest reply of one's own that is still held. */
export function UndoSend({ conversationId, viewer, isBoxEmpty }: UndoSendProps) {
  const { messages } = useThread(conversationId)
  const held = useHeld(newestHeld(messages, viewer.id))
  return held && isBoxEmpty ? (
    <UndoAction conversationId={conversationId} messageId={held.id} />
  ) : null
}

function UndoAction(props: { conversationId: string; messageId: string }) {
  const { t } = useTranslator()
  const { undo } = useReplies(props.conversationId)
  useAction({
    id: 'undo-send',
    label: t('composer.send.undo'),
    keys: 'Mod+Z',
    section: 'conversation',
    run: () => undo(props.messageId),
  })
  return null
}

/** The message for as long as it is held. */
function useHeld(message: MessageView | undefined): MessageView | undefined {
  const [over, setOver] = useState<string>()
  const { id, heldUntil } = message ?? {}
  useEffect(() => {
    if (id === undefined || heldUntil === undefined) return
    const left = Date.parse(heldUntil) - Date.now()
    const timer = setTimeout(() => setOver(id), Math.max(0, left))
    return () => clearTimeout(timer)
  }, [id, heldUntil])
  return id !== undefined && id !== over ? message : undefined
}
