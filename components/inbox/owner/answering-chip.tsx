import { Reply, X } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import { toPreview } from '@/lib/domain/message/content'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { MessageView } from '@/lib/view/message-view'

interface AnsweringChipProps {
  message: MessageView
  /** Who wrote it, as the agent reads it. */
  author: string
  onDrop: () => void
}

/** The message that the reply below will answer. Stella's API carries no quote (Facts §4), and it says so. */
export function AnsweringChip({ message, author, onDrop }: AnsweringChipProps) {
  const { t, rich, say } = useTranslator()
  return (
    <div className="flex items-center gap-2.5 border-b bg-sunken py-1.5 pr-1.5 pl-3.5">
      <Reply aria-hidden className="size-4 shrink-0 text-muted" />
      <div className="min-w-0 flex-1 text-list">
        <p className="truncate">
          {rich('owner.quote.to', {
            author,
            preview: say(toPreview(message.content)),
            name: (chunks) => <bdi className="font-medium">{chunks}</bdi>,
            text: (chunks) => (
              <span dir="auto" className="text-muted">
                {chunks}
              </span>
            ),
          })}
        </p>
        <p className="text-meta text-muted">{t('owner.quote.hint')}</p>
      </div>
      <IconButton label={t('owner.quote.drop')} onClick={onDrop}>
        <X aria-hidden className="size-4" />
      </IconButton>
    </div>
  )
}
