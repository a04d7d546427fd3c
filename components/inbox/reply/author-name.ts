import { AUTHOR_NAMES, type MessageView } from '@/lib/domain/conversation/conversation'

/** Who wrote a message, as an agent calls them. */
export function toAuthorName({ author, agent }: MessageView, memberName: string): string {
  if (author === 'member') return memberName
  return author === 'agent' ? (agent?.name ?? 'Agent') : AUTHOR_NAMES[author]
}
