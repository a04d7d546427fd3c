import { cn } from '@/components/ui/cn'
import { OUTBOX_STATES, type OutboxState } from '@/lib/domain/reply/outbox'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { OutboxPageView } from '@/lib/view/outbox-view'
import { STATE_NAMES } from './outbox-words'

interface OutboxTabsProps {
  state: OutboxState
  counts?: OutboxPageView['counts']
  onState: (state: OutboxState) => void
}

/** The states, each with how many replies are in it. */
export function OutboxTabs({ state, counts, onState }: OutboxTabsProps) {
  const { t, number } = useTranslator()
  return (
    <fieldset aria-label={t('composer.outbox.states')} className="mb-3 flex flex-wrap gap-1">
      {OUTBOX_STATES.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === state}
          onClick={() => onState(each)}
          className={cn(
            'flex h-8 items-center gap-1.5 rounded-control px-3 text-list max-md:px-2 hover:bg-sunken max-md:h-11',
            each === state && 'bg-accent-soft font-medium text-accent-ink hover:bg-accent-soft',
          )}
        >
          {t(STATE_NAMES[each])}
          {counts && <span className="text-meta tabular-nums">{number(counts[each])}</span>}
        </button>
      ))}
    </fieldset>
  )
}
