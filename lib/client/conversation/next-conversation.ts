import type { ConversationView } from '@/lib/view/conversation-view'

/**
 * The conversation to go on with after this one in its list: the next open one below it, or else the nearest above.
 * Undefined where no other is open.
 */
export function nextOpen(
  rows: Pick<ConversationView, 'id' | 'status'>[],
  id: string,
): string | undefined {
  const at = rows.findIndex((row) => row.id === id)
  const others = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at)).reverse()]
  return others.find(({ status }) => status === 'open')?.id
}
