'use client'

import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useBackCloses } from '@/components/ui/back-closes'
import { useMediaQuery } from '@/components/ui/media-query'
import { useTranslator } from '@/lib/i18n/use-translator'
import { Button } from '../button'
import { cn } from '../cn'
import { useDiscard } from './use-discard'
import { useFocusReturn } from './use-focus-return'

interface DialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  /** A sentence under the title. */
  description?: string
  /** What is typed in it is lost when it closes: whoever has typed is asked first. */
  keeps?: boolean
  /** The title is for screen readers only. */
  bare?: boolean
  className?: string
  children: ReactNode
}

/**
 * A pane above everything else. Its first field has the focus, or the pane itself where there is none; Esc, a click
 * beside it and on a phone Back close it, and the focus returns to where it was.
 */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  keeps,
  bare,
  className,
  children,
}: DialogProps) {
  const { t } = useTranslator()
  const { begin, bar, close, onInput } = useDiscard(keeps ?? false, () => onOpenChange(false))
  const isPhone = useMediaQuery('(max-width: 767px)', false)
  const { onOpenAutoFocus, onCloseAutoFocus } = useFocusReturn(bare ? firstField : fieldToTypeIn)
  // What is chosen in a bare one, as the palette, may lead to another page: that is no way back.
  useBackCloses(open && isPhone && !bare, close)
  const change = (wanted: boolean) => (wanted ? onOpenChange(true) : void close())
  return (
    <Radix.Root open={open} onOpenChange={change}>
      <Radix.Portal>
        <Radix.Overlay className="animate-appear fixed inset-0 z-40 bg-scrim" />
        <Radix.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          onOpenAutoFocus={(event) => {
            begin()
            onOpenAutoFocus(event)
          }}
          onCloseAutoFocus={onCloseAutoFocus}
          onInput={onInput}
          className={cn(
            'animate-rise fixed inset-x-3 top-[12dvh] z-50 mx-auto flex max-h-[76dvh] w-auto max-w-lg flex-col overflow-hidden rounded-bubble border bg-surface shadow-float outline-none',
            className,
          )}
        >
          <div className={bare ? 'sr-only' : 'flex items-center gap-3 border-b py-3 pr-3 pl-5'}>
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-[15px] font-semibold">{title}</Radix.Title>
              {description && (
                <Radix.Description className="text-list text-muted">
                  {description}
                </Radix.Description>
              )}
            </div>
            {!bare && (
              <Radix.Close asChild>
                <Button
                  aria-label={t('common.close')}
                  variant="ghost"
                  className="size-8 px-0 max-md:size-11"
                >
                  <X aria-hidden className="size-4" />
                </Button>
              </Radix.Close>
            )}
          </div>
          {children}
          {bar}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** With a mouse at hand: on a phone the keyboard would jump up and hide what is asked. */
function fieldToTypeIn(pane: HTMLElement) {
  return matchMedia('(pointer: fine)').matches ? firstField(pane) : null
}

function firstField(pane: HTMLElement) {
  return pane.querySelector<HTMLElement>(FIRST_FIELD)
}

const FIRST_FIELD = ':is(input, textarea, select):not([type=hidden], [readonly], :disabled)'
