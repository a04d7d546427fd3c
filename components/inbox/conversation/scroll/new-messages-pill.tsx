'use client'

import { ArrowDown } from 'lucide-react'
import { useTranslator } from '@/lib/i18n/use-translator'

/** The way back to the end of the thread, with how many messages came since it was left. It has its own place under the lines. */
export function NewMessagesPill({ count, onPress }: { count: number; onPress: () => void }) {
  const { t } = useTranslator()
  return (
    <div className="flex justify-center py-1.5">
      <button
        type="button"
        aria-label={
          count > 0
            ? t('conversation.thread.toNewestOf', { count })
            : t('conversation.thread.toNewest')
        }
        onClick={onPress}
        className={`inline-flex h-8 animate-rise items-center gap-1.5 rounded-full border px-3 font-medium text-list transition-colors pointer-coarse:h-11 ${
          count > 0
            ? 'border-transparent bg-accent text-accent-text hover:bg-accent-strong'
            : 'border-line-strong bg-surface text-muted hover:text-text'
        }`}
      >
        <ArrowDown aria-hidden className="size-4" />
        {count > 0 && t('conversation.thread.newCount', { count })}
      </button>
    </div>
  )
}
