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

/**
 * The row after or before one of the list, for keys that walk it; the first where that one is not in it. Undefined in an
 * empty list. The ends stay where they are.
 */
export function rowBeside(
  rows: { id: string }[],
  id: string | undefined,
  step: 1 | -1,
): { id: string; index: number } | undefined {
  const from = rows.findIndex((row) => row.id === id)
  const index = from < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, from + step))
  const row = rows[index]
  return row && { id: row.id, index }
}
