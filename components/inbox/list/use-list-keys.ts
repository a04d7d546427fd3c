'use client'

import { useAction } from '@/lib/client/actions'
import type { ConversationView } from '@/lib/domain/conversation'

/** J and K go through the rows, from the one in focus or the open one; Enter opens, as on any link. */
export function useListKeys(
  rows: ConversationView[],
  openId: string | undefined,
  scrollTo: (index: number) => void,
) {
  const go = (step: 1 | -1) => () => {
    const from = rows.findIndex(({ id }) => id === (focusedRow() ?? openId))
    const to = from < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, from + step))
    const id = rows[to]?.id
    if (id === undefined) return
    scrollTo(to)
    // The row may only be drawn after the list has scrolled.
    requestAnimationFrame(() => findRow(id)?.focus({ preventScroll: true }))
  }
  const walks = { section: 'List', repeats: true }
  useAction({ id: 'next', label: 'Next conversation', keys: 'j', ...walks, run: go(1) })
  useAction({ id: 'previous', label: 'Previous conversation', keys: 'k', ...walks, run: go(-1) })
}

function focusedRow(): string | undefined {
  const { activeElement } = document
  return activeElement instanceof HTMLElement ? activeElement.dataset.row : undefined
}

function findRow(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)
}
