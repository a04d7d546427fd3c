'use client'

import { RepeatedRows } from '@/components/ui/form/repeated-rows'
import { SENDABLE } from '@/lib/domain/reply/sendable'
import { useTranslator } from '@/lib/i18n/use-translator'
import { CardFields } from './card-fields'
import type { FormProps } from './kinds'
import { emptyCard } from './kinds'
import { placeOf } from './place-of'

/** Cards side by side, or the one article that WeChat takes. */
export function CarouselForm({ draft, onChange, platform }: FormProps<'carousel'>) {
  const { t } = useTranslator()
  const limits = SENDABLE[platform].carousel
  return (
    <RepeatedRows
      name={t('composer.row.card')}
      rows={draft.cards}
      max={limits?.cardsMax ?? 1}
      empty={emptyCard}
      onChange={(cards) => onChange({ ...draft, cards })}
    >
      {(card, change) => (
        <CardFields
          card={card}
          change={change}
          place={placeOf(draft.cards, card)}
          limits={limits}
        />
      )}
    </RepeatedRows>
  )
}
