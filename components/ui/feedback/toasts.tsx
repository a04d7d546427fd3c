'use client'

import { useEffect } from 'react'
import { Toaster as Sonner, toast as show } from 'sonner'
import { showToastsOn } from '@/lib/client/browser/toast'
import { useTranslator } from '@/lib/i18n/use-translator'
import { cn } from '../cn'

export interface ToastsProps {
  /** There are some to show. */
  isWanted: boolean
}

/** The short messages on screen. Show one with `toast`. */
export function Toasts(_props: ToastsProps) {
  const { t } = useTranslator()
  useEffect(
    () =>
      showToastsOn({
        show({ id, words, isProblem, options }) {
          if (isProblem) show.error(words, { ...options, id })
          else show(words, { ...options, id })
        },
        dismiss: (id) => show.dismiss(id),
      }),
    [],
  )
  return (
    <Sonner
      containerAriaLabel={t('shell.toasts')}
      // Below the header: a message must cover neither the composer nor the owner strip.
      position="top-center"
      // On the left they stand beside the rail, over the end of the list.
      offset={{ top: 68, left: 68, bottom: 16 }}
      mobileOffset={{ top: 112 }}
      gap={8}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast: cn(
            'flex w-full items-center gap-3 rounded-bubble border border-line bg-surface px-4 py-3 text-list text-text shadow-float font-sans',
          ),
          title: 'font-medium',
          description: 'text-muted',
          error: 'border-bad/40',
          icon: 'text-bad',
          content: 'min-w-0 flex-1',
          actionButton: cn(
            'shrink-0 rounded-control border border-line-strong px-2.5 py-1 font-medium hover:bg-sunken',
          ),
        },
      }}
    />
  )
}
