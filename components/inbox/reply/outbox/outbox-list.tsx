'use client'

import { useState } from 'react'
import { useNow } from '@/components/shell/time/use-now'
import { Button } from '@/components/ui/button'
import { toastProblem } from '@/lib/client/browser/toast'
import { type SettleAction, useSettleMany } from '@/lib/client/reply/sending'
import type { OutboxState } from '@/lib/domain/reply/outbox'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { OutboxItemView } from '@/lib/view/outbox-view'
import { chosenAmong, withAllToggled, withToggled } from './chosen-replies'
import { OutboxRow } from './outbox-row'
import { actionBlockedBecause, STATE_ACTIONS, toActionWords, toRefusedWords } from './outbox-words'

/** The replies of one state; what is chosen is settled at once, and each can be settled on its own. */
export function OutboxList({ state, items }: { state: OutboxState; items: OutboxItemView[] }) {
  const { t, say } = useTranslator()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const settle = useSettleMany()
  const now = useNow()
  const ids = chosenAmong(items, chosen)
  const run = (action: SettleAction, messageIds: string[]) =>
    settle.mutate(
      { action, messageIds },
      {
        onSuccess: (result) => {
          setChosen(new Set())
          const words = toRefusedWords(result)
          if (words) toastProblem(say(words))
        },
      },
    )

  return (
    <section aria-label={t('composer.outbox.replies')}>
      <ChosenBar
        state={state}
        count={ids.length}
        areAllChosen={ids.length === items.length}
        onToggleAll={() => setChosen(new Set(withAllToggled(items, ids)))}
        pending={settle.isPending}
        onRun={(action) => run(action, ids)}
      />
      <ul className="divide-y overflow-hidden rounded-bubble border bg-surface">
        {items.map((item) => (
          <OutboxRow
            key={item.message.id}
            item={item}
            now={now}
            isChosen={chosen.has(item.message.id)}
            onChoose={() => setChosen(new Set(withToggled(ids, item.message.id)))}
            actions={STATE_ACTIONS[state].map((action) => ({
              name: toActionWords(action, state),
              blocked: actionBlockedBecause(action, item, now),
              run: () => run(action, [item.message.id]),
            }))}
          />
        ))}
      </ul>
    </section>
  )
}

interface ChosenBarProps {
  state: OutboxState
  /** How many are chosen. */
  count: number
  areAllChosen: boolean
  onToggleAll: () => void
  pending: boolean
  onRun: (action: SettleAction) => void
}

/** How many are chosen, and what can be done with all of them at once. */
function ChosenBar({ state, count, areAllChosen, onToggleAll, pending, onRun }: ChosenBarProps) {
  const { t } = useTranslator()
  return (
    <div className="mb-2 flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2">
      <label className="flex min-h-8 items-center gap-2.5 pl-4 text-list max-md:min-h-11">
        <input
          type="checkbox"
          checked={areAllChosen}
          onChange={onToggleAll}
          className="size-4 accent-accent"
        />
        {count > 0 ? t('composer.outbox.chosen', { count }) : t('composer.outbox.chooseAll')}
      </label>
      {count > 0 &&
        STATE_ACTIONS[state].map((action) => (
          <Button key={action} pending={pending} onClick={() => onRun(action)}>
            {t('composer.outboxAction.several', { action: toActionWords(action, state), count })}
          </Button>
        ))}
    </div>
  )
}
