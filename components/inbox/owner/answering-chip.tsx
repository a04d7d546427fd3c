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
  const { say } = useTranslator()
  return (
    <div className="flex items-center gap-2.5 border-b bg-sunken py-1.5 pr-1.5 pl-3.5">
      <Reply aria-hidden className="size-4 shrink-0 text-muted" />
      <div className="min-w-0 flex-1 text-list">
        <p className="truncate">
          Reply to <bdi className="font-medium">{author}</bdi>:{' '}
          <span dir="auto" className="text-muted">
            {say(toPreview(message.content))}
          </span>
        </p>
        <p className="text-meta text-muted">
          Your team sees the quote; Stella sends the member only your words.
        </p>
      </div>
      <IconButton label="Reply to nothing in particular" onClick={onDrop}>
        <X aria-hidden className="size-4" />
      </IconButton>
    </div>
  )
}
