import { Ban } from 'lucide-react'
import type { Author } from '@/lib/domain/message/author'

/** In place of what a deleted message said. */
export function DeletedText({ author }: { author: Author }) {
  return (
    <p className="italic aside">
      <Ban aria-hidden className="mr-1.5 inline size-3.5 align-[-2px]" />
      {author === 'member' ? 'The member deleted this message' : 'This message was deleted'}
    </p>
  )
}
