'use client'

import { Toaster as Sonner } from 'sonner'
import { useTranslator } from '@/lib/i18n/use-translator'
import { cn } from '../cn'

/** Where short messages about what just happened appear. Show one with `toast` of sonner. */
export function Toaster() {
  const { t } = useTranslator()
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
