'use client'

import { Line } from '@/components/ui/form/line'
import { RepeatedRows } from '@/components/ui/form/repeated-rows'
import type { Posted } from '@/lib/domain/reply/reply-content'
import type { Limits } from '@/lib/domain/reply/sendable'
import { useTranslator } from '@/lib/i18n/use-translator'
import { placeOf } from './place-of'

type CardDraft = Posted<'carousel'>['cards'][number]

interface CardFieldsProps {
  card: CardDraft
  change: (card: CardDraft) => void
  /** 1 for the first. */
  place: number
  limits: Limits['carousel']
}

/** One card of a carousel: its words, where it leads, its picture and its links. */
export function CardFields({ card, change, place, limits }: CardFieldsProps) {
  const { t } = useTranslator()
  const linksMax = limits?.linksMax ?? 0
  return (
    <>
      <Line
        label={t('composer.card.title', { place })}
        value={card.title}
        max={limits?.textMax}
        onChange={(title) => change({ ...card, title })}
      />
      <Line
        label={t('composer.card.text')}
        value={card.text}
        max={limits?.textMax}
        onChange={(text) => change({ ...card, text })}
      />
      <Line
        label={limits?.needsUrl ? t('composer.card.url') : t('composer.card.urlOptional')}
        type="url"
        value={card.url}
        onChange={(url) => change({ ...card, url })}
      />
      <Line
        label={t('composer.card.imageUrl')}
        type="url"
        value={card.imageUrl}
        onChange={(imageUrl) => change({ ...card, imageUrl })}
      />
      {linksMax > 0 && (
        <RepeatedRows
          name={t('composer.row.link')}
          rows={card.links}
          max={linksMax}
          empty={() => ({ title: '', url: 'https://' })}
          onChange={(links) => change({ ...card, links })}
        >
          {(link, changeLink, linkName) => (
            <>
              <Line
                label={linkName}
                value={link.title}
                max={20}
                onChange={(title) => changeLink({ ...link, title })}
              />
              <Line
                label={t('composer.card.linkUrl', { place: placeOf(card.links, link) })}
                type="url"
                value={link.url}
                onChange={(url) => changeLink({ ...link, url })}
              />
            </>
          )}
        </RepeatedRows>
      )}
    </>
  )
}
