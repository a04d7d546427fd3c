'use client'

import { useTranslator } from '@/lib/i18n/use-translator'

/** Where the unread messages began when this visit did. */
export function UnreadDivider() {
  const { t } = useTranslator()
  return (
    <div className="flex items-center gap-2.5 pt-3.5 pb-2 font-semibold text-[12px] text-accent-ink leading-4">
      <span aria-hidden className="h-px flex-1 bg-accent/35" />
      {t('conversation.thread.unreadFrom')}
      <span aria-hidden className="h-px flex-1 bg-accent/35" />
    </div>
  )
}
