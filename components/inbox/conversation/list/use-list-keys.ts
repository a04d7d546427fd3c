'use client'

import { type RefObject, useEffect, useRef } from 'react'
import { useAction } from '@/lib/client/browser/actions'
import { rowBeside } from '@/lib/client/conversation/next-conversation'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConversationView } from '@/lib/view/conversation-view'
import { SEARCH_BOX_ID } from '../filter/search-box'

/**
 * J and K go through the rows, from the one in focus or the open one; Enter opens, as on any link. On a row the arrows do
 * the same, and ↑ on the first one leads back to the search box.
 */
export function useListKeys(
  list: RefObject<HTMLElement | null>,
  rows: ConversationView[],
  openId: string | undefined,
  scrollTo: (index: number) => void,
) {
  const { t } = useTranslator()
  const go = (step: 1 | -1) => () => {
    const to = rowBeside(rows, focusedRow() ?? openId, step)
    if (!to) return
    scrollTo(to.index)
    focusRow(to.id)
  }
  const walks = { section: 'list', repeats: true } as const
  useAction({ id: 'next', label: t('conversation.list.next'), keys: 'j', ...walks, run: go(1) })
  useAction({
    id: 'previous',
    label: t('conversation.list.previous'),
    keys: 'k',
    ...walks,
    run: go(-1),
  })

  useArrows(list, {
    down: go(1),
    up: () => {
      if (focusedRow() === rows[0]?.id) document.getElementById(SEARCH_BOX_ID)?.focus()
      else go(-1)()
    },
  })
}

function useArrows(list: RefObject<HTMLElement | null>, run: { down: () => void; up: () => void }) {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    const element = list.current
    const press = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event
      const isArrow = key === 'ArrowDown' || key === 'ArrowUp'
      if (!isArrow || focusedRow() === undefined || ctrlKey || metaKey || altKey || shiftKey) return
      event.preventDefault()
      if (key === 'ArrowDown') latest.current.down()
      else latest.current.up()
    }
    element?.addEventListener('keydown', press)
    return () => element?.removeEventListener('keydown', press)
  }, [list])
}

/** Puts the focus on the row that stands first on screen. */
export function focusFirstRow() {
  focusRow(document.querySelector<HTMLElement>('[data-row]')?.dataset.row)
}

/** Puts the focus on a row, which may only be drawn after the list has scrolled. */
function focusRow(id: string | undefined) {
  if (id === undefined) return
  const row = findRow(id)
  if (row) row.focus({ preventScroll: true })
  else requestAnimationFrame(() => findRow(id)?.focus({ preventScroll: true }))
}

function focusedRow(): string | undefined {
  const { activeElement } = document
  return activeElement instanceof HTMLElement ? activeElement.dataset.row : undefined
}

function findRow(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)
}
