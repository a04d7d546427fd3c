'use client'

import { RepeatedRows } from '@/components/ui/form/repeated-rows'
import { SENDABLE } from '@/lib/domain/reply/sendable'
import { CardFields } from './card-fields'
import type { FormProps } from './kinds'
import { emptyCard } from './kinds'

/** Cards side by side, or the one article that WeChat takes. */
export function CarouselForm({ draft, onChange, platform }: FormProps<'carousel'>) {
  const limits = SENDABLE[platform].carousel
  return (
    <RepeatedRows
      name="Card"
      rows={draft.cards}
      max={limits?.cardsMax ?? 1}
      empty={emptyCard}
      onChange={(cards) => onChange({ ...draft, cards })}
    >
      {(card, change, name) => (
        <CardFields card={card} change={change} name={name} limits={limits} />
      )}
    </RepeatedRows>
  )
}
