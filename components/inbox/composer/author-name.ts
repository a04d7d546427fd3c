import type { Author, MessageView } from '@/lib/domain/conversation'

const NAMES: Record<Exclude<Author, 'member' | 'agent'>, string> = {
  bot: 'Bot',
  api: 'API',
  relay: 'Relay',
}

/** Who wrote a message, as an agent calls them. */
export function toAuthorName({ author, agent }: MessageView, memberName: string): string {
  if (author === 'member') return memberName
  return author === 'agent' ? (agent?.name ?? 'Agent') : NAMES[author]
}
