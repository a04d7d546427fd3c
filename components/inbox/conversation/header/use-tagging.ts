'use client'

import { useState } from 'react'
import { useAction } from '@/lib/client/browser/actions'
import { toast } from '@/lib/client/browser/toast'
import { useTagConversation } from '@/lib/client/conversation/conversations'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConversationView } from '@/lib/view/conversation-view'

/** Puts a tag on or takes it off, whichever is not so; either can be undone from the toast. */
export function useToggleTag({ id, tags }: Pick<ConversationView, 'id' | 'tags'>) {
  const { t } = useTranslator()
  const { mutate, isPending } = useTagConversation(id)
  function toggle(tag: string) {
    const isOn = tags.includes(tag)
    const [change, undo] = [{ add: [tag] }, { remove: [tag] }]
    mutate(isOn ? undo : change, {
      onSuccess: () =>
        toast(
          isOn ? t('conversation.tag.removed', { tag }) : t('conversation.tag.added', { tag }),
          {
            action: { label: t('common.undo'), onClick: () => mutate(isOn ? change : undo) },
          },
        ),
    })
  }
  return { toggle, isPending }
}

/** The dialog of tags, opened by key, from the palette and from menus. */
export function useTagging() {
  const { t } = useTranslator()
  const [isOpen, setOpen] = useState(false)
  const open = () => setOpen(true)
  useAction({
    id: 'tag',
    label: t('conversation.tag.command'),
    keys: 'l',
    section: 'conversation',
    run: open,
  })
  return { isOpen, open, close: () => setOpen(false) }
}
