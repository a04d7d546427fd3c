'use client'

import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Dialog } from '@/components/ui/dialog/dialog'
import { Spinner } from '@/components/ui/feedback/spinner'
import { failureOf } from '@/lib/client/api'
import { useTranslator } from '@/lib/i18n/use-translator'

interface Pick {
  id: string
  label: string
  /** Said in small print beside it. */
  hint?: string
  icon?: ReactNode
}

interface PickDialogProps {
  title: string
  placeholder: string
  picks: Pick[]
  isLoading: boolean
  error: Error | null
  onRetry: () => void
  /** Offered beside the known ones for what was typed. */
  typed?: (text: string) => Pick
  /** What to say where nothing is known and nothing typed. */
  empty: string
  onPick: (id: string) => void
  onClose: () => void
}

const ITEM = cn(
  'flex min-h-9 items-center gap-3 rounded-control px-3 py-1.5 text-list data-[selected=true]:bg-accent-soft max-md:min-h-11 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-muted',
)

/** One of many, found by typing a part of its name. */
export function PickDialog(props: PickDialogProps) {
  const { t, say } = useTranslator()
  const { title, placeholder, picks, isLoading, error, onRetry, typed, empty } = props
  const [text, setText] = useState('')
  const wanted = text.trim()
  const own = typed && wanted && !picks.some(({ id }) => id === wanted) ? typed(wanted) : undefined
  const choose = (id: string) => () => {
    props.onClose()
    props.onPick(id)
  }
  return (
    <Dialog open onOpenChange={props.onClose} title={title} className="max-w-md">
      <Command loop className="flex min-h-0 flex-col">
        <div className="flex items-center gap-3 border-b px-4">
          <Search aria-hidden className="size-4 text-muted" />
          <Command.Input
            autoFocus
            value={text}
            onValueChange={setText}
            placeholder={placeholder}
            aria-label={placeholder}
            className="h-11 min-w-0 flex-1 bg-transparent outline-none max-md:text-base"
          />
        </div>
        <Command.List label={title} className="thin-scroll min-h-0 flex-1 overflow-auto p-1.5">
          {isLoading && (
            <div className="flex items-center gap-2 px-3 py-4 text-list text-muted">
              <Spinner className="size-4" /> {t('common.loading')}
            </div>
          )}
          {error && (
            <div role="alert" className="flex items-center gap-3 px-3 py-4 text-list text-muted">
              <span className="flex-1">{say(failureOf(error))}</span>
              <Button onClick={onRetry}>{t('common.retry')}</Button>
            </div>
          )}
          {!isLoading && !error && (
            <Command.Empty className="px-3 py-6 text-center text-list text-balance text-muted">
              {wanted ? t('common.noResults') : empty}
            </Command.Empty>
          )}
          {[...picks, ...(own ? [own] : [])].map(({ id, label, hint, icon }) => (
            <Command.Item
              key={id}
              value={id}
              keywords={[label]}
              onSelect={choose(id)}
              className={ITEM}
            >
              {icon}
              <span className="min-w-0 flex-1 truncate">{label}</span>
              {hint && <span className="shrink-0 text-meta text-muted">{hint}</span>}
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </Dialog>
  )
}
