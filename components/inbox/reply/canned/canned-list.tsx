'use client'

import { cn } from '@/components/ui/cn'
import { Pill } from '@/components/ui/pill'
import { speaks, textFor } from '@/lib/domain/reply/canned-reply'
import { useTranslator } from '@/lib/i18n/use-translator'
import { cannedListWords } from './canned-list-words'
import type { useCanned } from './use-canned'

interface CannedListProps extends Omit<ReturnType<typeof useCanned>, 'onKeyDownCapture' | 'holds'> {
  locale: string | undefined
}

/** The canned replies that a slash offers. The keys stay in the reply box. */
export function CannedList({
  isOpen,
  isLoading,
  error,
  search,
  found,
  index,
  isHeld,
  pick,
  locale,
}: CannedListProps) {
  const { t, say } = useTranslator()
  if (!isOpen) return null
  const words = cannedListWords({ isLoading, error, search, found })
  return (
    <div className="border-b">
      <p role="status" className={words ? 'px-3.5 py-2.5 text-list text-muted' : 'sr-only'}>
        {words
          ? say(words)
          : t('composer.canned.marked', {
              title: found[index]?.title ?? '',
              place: index + 1,
              count: found.length,
            })}
      </p>
      {isHeld && (
        <p role="alert" className="px-3.5 pb-2.5 text-list text-wait">
          {t('composer.canned.held', { search: search ?? '' })}
        </p>
      )}
      {found.length > 0 && (
        <div
          role="listbox"
          aria-label={t('composer.canned.label')}
          className="max-h-72 overflow-auto p-1"
        >
          {found.map((reply, at) => (
            <div
              key={reply.id}
              role="option"
              tabIndex={-1}
              aria-selected={at === index}
              // Not a click: the box must keep the focus.
              onMouseDown={(event) => {
                event.preventDefault()
                pick(reply)
              }}
              className={cn(
                'min-h-9 cursor-pointer rounded-control px-2.5 py-1.5 hover:bg-sunken max-md:min-h-11',
                at === index && 'bg-sunken',
              )}
            >
              <p className="flex items-center gap-2 text-list">
                <span className="truncate font-medium">{reply.title}</span>
                {reply.folder && <span className="truncate text-muted">{reply.folder}</span>}
                {speaks(reply, locale) && <Pill tone="accent">{locale}</Pill>}
              </p>
              <p className="truncate text-meta text-muted">{textFor(reply, locale)}</p>
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
