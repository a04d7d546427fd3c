'use client'

import { type KeyboardEvent, type RefObject, useLayoutEffect } from 'react'
import { useTranslator } from '@/lib/i18n/use-translator'
import { isSendKey } from './send-key'

interface ReplyBoxProps {
  box: RefObject<HTMLTextAreaElement | null>
  text: string
  onChange: (text: string) => void
  onSend: () => void
  placeholder: string
  describedBy: string
}

/** Where a reply is written. It grows with its text up to a third of the screen; Enter sends. */
export function ReplyBox({ box, text, onChange, onSend, placeholder, describedBy }: ReplyBoxProps) {
  const { t } = useTranslator()
  useGrowing(box, text)
  return (
    <textarea
      ref={box}
      // Every word of it is in this browser's storage (use-draft.ts): a reload loses none.
      data-kept
      rows={1}
      dir="auto"
      aria-label={t('composer.box.label')}
      aria-describedby={describedBy}
      placeholder={placeholder}
      value={text}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => onKeyDown(event, onSend)}
      className="thin-scroll block max-h-[33dvh] min-h-[52px] w-full resize-none bg-transparent px-3.5 pt-2.5 pb-1 outline-none [overflow-wrap:anywhere] max-md:min-h-11 max-md:text-base max-md:leading-6"
    />
  )
}

function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>, onSend: () => void) {
  if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
    // Leaves the box, so that the keys of the inbox work again; a second Esc then means the conversation.
    event.stopPropagation()
    event.currentTarget.blur()
    return
  }
  if (!isSendKey(event.nativeEvent)) return
  event.preventDefault()
  onSend()
}

function useGrowing(box: RefObject<HTMLTextAreaElement | null>, text: string) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text decides the height
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight}px`
  }, [box, text])
}
