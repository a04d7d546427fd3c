import { Ban } from 'lucide-react'
import type { Author } from '@/lib/domain/message/author'
import { useTranslator } from '@/lib/i18n/use-translator'

/** In place of what a deleted message said. */
export function DeletedText({ author }: { author: Author }) {
  const { t } = useTranslator()
  return (
    <p className="italic aside">
      <Ban aria-hidden className="mr-1.5 inline size-3.5 align-[-2px]" />
      {author === 'member' ? t('message.card.deletedByMember') : t('message.card.deleted')}
    </p>
  )
}
