import type { Author } from '@/lib/domain/message/author'
import { type Reason, reason, type Said } from '@/lib/i18n/reason'
import type { MessageView } from '@/lib/view/message-view'

const AUTHOR_NAMES: Record<Exclude<Author, 'member'>, Reason> = {
  agent: reason('composer.author.agent'),
  bot: reason('composer.author.bot'),
  api: reason('composer.author.api'),
  relay: reason('composer.author.relay'),
  phone: reason('composer.author.phone'),
  page: reason('composer.author.page'),
}

/** Who wrote a message, as an agent calls them. */
export function toAuthorName({ author, agent }: MessageView, memberName: string): Said {
  if (author === 'member') return memberName
  return (author === 'agent' && agent?.name) || AUTHOR_NAMES[author]
}
