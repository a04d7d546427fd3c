import type { Refusal } from '@/lib/client/reply/local-replies'
import type { MessageView } from '@/lib/view/message-view'

/** What the member wrote meanwhile, each once: several replies may have missed the same. */
export function missedBy(refusals: Refusal[]): MessageView[] {
  const missed = refusals.flatMap((refusal) => refusal.missed)
  return [...new Map(missed.map((message) => [message.id, message])).values()]
}

/** A file that was refused is back among the files of the composer already. */
export function isRefusedFile({ content, text }: Refusal): boolean {
  return content.type === 'text' && text === ''
}

/** The words of all of them, as they go back into the box. */
export function wordsOfRefused(refusals: Refusal[]): string {
  return refusals.flatMap(({ text }) => text || []).join('\n')
}
