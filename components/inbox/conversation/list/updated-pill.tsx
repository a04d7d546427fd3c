'use client'

import { ArrowUp } from 'lucide-react'
import { useTranslator } from '@/lib/i18n/use-translator'

interface UpdatedPillProps {
  count: number
  onApply: () => void
}

/** Says that the list has news it keeps back, because the pointer is on it. Under the rows: it covers none and moves none. */
export function UpdatedPill({ count, onApply }: UpdatedPillProps) {
  const { t } = useTranslator()
  if (count === 0) return null
  return (
    <div className="flex justify-center border-t py-1.5">
      <button
        type="button"
        onClick={onApply}
        className="animate-rise flex h-8 items-center gap-1.5 rounded-full bg-accent px-3 text-meta font-semibold text-accent-text hover:bg-accent-strong"
      >
        <ArrowUp aria-hidden className="size-3.5" />
        {t('conversation.list.updated', { count })}
      </button>
    </div>
  )
}
