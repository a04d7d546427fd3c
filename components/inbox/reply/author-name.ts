import { OUR_NAMES } from '@/lib/domain/message/author'
import type { Said } from '@/lib/i18n/reason'
import type { MessageView } from '@/lib/view/message-view'

/** Who wrote a message, as an agent calls them. */
export function toAuthorName({ author, agent }: MessageView, memberName: string): Said {
  if (author === 'member') return memberName
  return (author === 'agent' && agent?.name) || OUR_NAMES[author]
}
