import { Paperclip } from 'lucide-react'
import { useTranslator } from '@/lib/i18n/use-translator'

/** Says where files will go that are held over the page. */
export function DropHint() {
  const { t } = useTranslator()
  return (
    <div className="pointer-events-none absolute inset-0 z-10 flex items-center justify-center gap-2 bg-accent-soft font-medium text-accent-ink text-list">
      <Paperclip aria-hidden className="size-4" /> {t('composer.files.drop')}
    </div>
  )
}
