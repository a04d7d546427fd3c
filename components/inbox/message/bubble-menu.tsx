'use client'

import { Braces, Copy, Ellipsis, Info, Reply } from 'lucide-react'
import { useRef } from 'react'
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { toast, toastProblem } from '@/lib/client/browser/toast'
import type { LocalMessage } from '@/lib/client/message/bubble'
import { useReplies } from '@/lib/client/reply/replies'
import { useTranslator } from '@/lib/i18n/use-translator'
import { useThreadFrame } from '../conversation/thread/thread-context'

/** What can be done with one message; it shows when the bubble has the pointer or the focus. */
export function BubbleMenu({ message }: { message: LocalMessage }) {
  const { showInfo } = useThreadFrame()
  const { t } = useTranslator()
  const copy = useCopy()
  const { answer } = useReplies(message.conversationId)
  const isAnswering = useRef(false)
  const { text, local } = message
  // Once the menu lets go of the focus, the composer takes it.
  const onClosed = (event: Event) => {
    if (!isAnswering.current) return
    isAnswering.current = false
    event.preventDefault()
    answer(message)
  }
  return (
    <DropdownMenu
      align={message.author === 'member' ? 'start' : 'end'}
      onCloseAutoFocus={onClosed}
      trigger={
        <IconButton
          label={t('message.menu.label')}
          className="opacity-0 transition-opacity group-hover:opacity-100 focus-visible:opacity-100 data-[state=open]:opacity-100 pointer-coarse:opacity-50"
        >
          <Ellipsis className="size-4" />
        </IconButton>
      }
    >
      <MenuItem
        icon={<Reply aria-hidden />}
        onSelect={() => {
          isAnswering.current = true
        }}
        disabledReason={message.platformMessageId ? undefined : t('message.menu.noId')}
      >
        {t('message.menu.reply')}
      </MenuItem>
      {text && (
        <MenuItem icon={<Copy aria-hidden />} onSelect={() => copy(text)}>
          {t('message.menu.copy')}
        </MenuItem>
      )}
      <MenuItem
        icon={<Info aria-hidden />}
        onSelect={() => showInfo(message)}
        disabledReason={local && t('message.menu.notSaved')}
      >
        {t('message.menu.info')}
      </MenuItem>
      {message.content.type === 'unknown' && (
        <MenuItem icon={<Braces aria-hidden />} onSelect={() => showInfo(message, 'raw')}>
          {t('message.menu.raw')}
        </MenuItem>
      )}
    </DropdownMenu>
  )
}

function useCopy() {
  const { t } = useTranslator()
  return async (text: string) => {
    try {
      await navigator.clipboard.writeText(text)
      toast(t('common.copied'))
    } catch {
      toastProblem(t('common.copyFailed'))
    }
  }
}
