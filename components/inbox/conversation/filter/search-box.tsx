'use client'

import { Search, X } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { Spinner } from '@/components/ui/feedback/spinner'
import { Kbd } from '@/components/ui/kbd'
import { useAction } from '@/lib/client/browser/actions'
import { useTranslator } from '@/lib/i18n/use-translator'
import { toSearchAct } from './search-keys'
import { useSearchDraft } from './use-search-draft'

export const SEARCH_BOX_ID = 'search-conversations'

interface SearchBoxProps {
  /** The words in the address. */
  value: string
  onSearch: (words: string) => void
  isBusy: boolean
  /** The first one found is wanted. */
  onEnter: (words: string) => void
  /** Leaves for the rows. */
  onDown: () => void
}

/**
 * Finds conversations by name, number or text. `/` goes here, Esc empties it and leaves, Enter opens the first one found,
 * ↓ goes down to the rows.
 */
export function SearchBox({ value, onSearch, isBusy, onEnter, onDown }: SearchBoxProps) {
  const { t } = useTranslator()
  const input = useRef<HTMLInputElement>(null)
  const { shown, write, clear, searchNow } = useSearchDraft(value, onSearch)
  useAction({
    id: 'search',
    label: t('conversation.search.command'),
    keys: '/',
    section: 'list',
    run: () => input.current?.select(),
  })

  const press = (event: KeyboardEvent) => {
    const act = toSearchAct({ key: event.key, isComposing: event.nativeEvent.isComposing })
    if (act === 'leave') {
      clear()
      input.current?.blur()
    }
    if (act === 'down') onDown()
    if (act === 'open') onEnter(searchNow())
    if (act === 'down' || act === 'open') event.preventDefault()
  }
  return (
    <search className="mt-2.5 flex h-8 items-center gap-2 rounded-control border bg-bg pl-2.5 transition-shadow duration-100 focus-within:border-accent focus-within:shadow-[0_0_0_3px_var(--accent-soft)] max-md:h-11">
      {isBusy ? (
        <Spinner className="size-3.5 text-muted" />
      ) : (
        <Search aria-hidden className="size-3.5 shrink-0 text-muted" />
      )}
      <input
        ref={input}
        id={SEARCH_BOX_ID}
        type="text"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={t('conversation.search.label')}
        placeholder={t('conversation.search.placeholder')}
        value={shown}
        onChange={(event) => write(event.target.value)}
        onKeyDown={press}
        className="h-full min-w-0 flex-1 bg-transparent text-list text-ellipsis outline-none max-md:text-base"
      />
      {shown ? (
        <button
          type="button"
          aria-label={t('conversation.search.clear')}
          onClick={clear}
          className="grid h-full w-8 place-items-center rounded-control text-muted hover:text-text max-md:w-11"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      ) : (
        <Kbd className="mr-2 text-muted">/</Kbd>
      )}
    </search>
  )
}
