'use client'

import { type ClipboardEvent, useCallback } from 'react'
import { toFileReplies, unsendableFilesBecause } from '@/lib/client/reply/attachments/attachment'
import { useTray } from '@/lib/client/reply/attachments/use-tray'
import type { useReplies } from '@/lib/client/reply/replies'
import type { ConversationView } from '@/lib/view/conversation-view'
import { useDroppedFiles } from './use-dropped-files'

/** The files of a conversation's composer: what holds them, why they can't go yet, and sending them. */
export function useFiles(
  { id, channel }: ConversationView,
  { send, sendFile }: Pick<ReturnType<typeof useReplies>, 'send' | 'sendFile'>,
) {
  const { tray, files } = useTray(id, channel.platform)
  const take = useCallback((added: File[]) => tray?.add(added), [tray])
  return {
    tray,
    files,
    isDropping: useDroppedFiles(tray && take),
    unsendable: unsendableFilesBecause(files),
    /** Each file as a reply of its own, in their order, each followed by the words it can't carry. */
    sendAll() {
      for (const file of tray?.takeAll() ?? [])
        for (const reply of toFileReplies([file], channel.platform)) {
          sendFile(file, reply)
          if (reply.after) send(reply.after)
        }
    },
    /** A copied picture, or files copied in the file manager. Copied text stays what it is. */
    onPaste(event: ClipboardEvent) {
      const pasted = [...event.clipboardData.files]
      if (pasted.length === 0 || event.clipboardData.types.includes('text/plain')) return
      event.preventDefault()
      tray?.add(pasted)
    },
  }
}
