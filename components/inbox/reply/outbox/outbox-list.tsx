'use client'

import { useState } from 'react'
import { toast } from 'sonner'
import { useNow } from '@/components/shell/time/use-now'
import { Button } from '@/components/ui/button'
import { type SettleAction, useSettleMany } from '@/lib/client/reply/sending'
import type { OutboxState } from '@/lib/domain/reply/outbox'
import type { OutboxItemView } from '@/lib/view/outbox-view'
import { OutboxRow } from './outbox-row'
import { actionBlockedBecause, STATE_ACTIONS, toActionWords } from './outbox-words'

/** The replies of one state; what is chosen is settled at once, and each can be settled on its own. */
export function OutboxList({ state, items }: { state: OutboxState; items: OutboxItemView[] }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const settle = useSettleMany()
  const now = useNow()
  // What left the list meanwhile is no longer chosen.
  const ids = items.map(({ message }) => message.id).filter((id) => chosen.has(id))
  const run = (action: SettleAction, messageIds: string[]) =>
    settle.mutate(
      { action, messageIds },
      {
        onSuccess: ({ done, refused }) => {
          setChosen(new Set())
          const reason = refused[0]?.reason
          if (reason) toast.error(`${done.length} done, ${refused.length} not: ${reason}`)
        },
      },
    )
  const toggle = (id: string) =>
    setChosen(
      (before) => new Set(before.has(id) ? ids.filter((each) => each !== id) : [...ids, id]),
    )

  return (
    <section aria-label="Replies">
      <div className="mb-2 flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2">
        <label className="flex min-h-8 items-center gap-2.5 pl-4 text-list max-md:min-h-11">
          <input
            type="checkbox"
            checked={ids.length === items.length}
            onChange={() =>
              setChosen(
                new Set(ids.length === items.length ? [] : items.map(({ message }) => message.id)),
              )
            }
            className="size-4 accent-accent"
          />
          {ids.length > 0 ? `${ids.length} chosen` : 'Choose all'}
        </label>
        {ids.length > 0 &&
          STATE_ACTIONS[state].map((action) => (
            <Button key={action} pending={settle.isPending} onClick={() => run(action, ids)}>
              {toActionWords(action, state)} ({ids.length})
            </Button>
          ))}
      </div>
      <ul className="divide-y overflow-hidden rounded-bubble border bg-surface">
        {items.map((item) => (
          <OutboxRow
            key={item.message.id}
            item={item}
            now={now}
            isChosen={chosen.has(item.message.id)}
            onChoose={() => toggle(item.message.id)}
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
