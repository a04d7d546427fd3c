'use client'

import { Line } from '@/components/ui/form/line'
import { RepeatedRows } from '@/components/ui/form/repeated-rows'
import type { Posted } from '@/lib/domain/reply/reply-content'
import type { Limits } from '@/lib/domain/reply/sendable'

type CardDraft = Posted<'carousel'>['cards'][number]

interface CardFieldsProps {
  card: CardDraft
  change: (card: CardDraft) => void
  name: string
  limits: Limits['carousel']
}

/** One card of a carousel: its words, where it leads, its picture and its links. */
export function CardFields({ card, change, name, limits }: CardFieldsProps) {
  const linksMax = limits?.linksMax ?? 0
  return (
    <>
      <Line
        label={`Title of ${name.toLowerCase()}`}
        value={card.title}
        max={limits?.textMax}
        onChange={(title) => change({ ...card, title })}
      />
      <Line
        label="Line under the title (optional)"
        value={card.text}
        max={limits?.textMax}
        onChange={(text) => change({ ...card, text })}
      />
      <Line
        label={limits?.needsUrl ? 'Address it leads to' : 'Address it leads to (optional)'}
        type="url"
        value={card.url}
        onChange={(url) => change({ ...card, url })}
      />
      <Line
        label="Address of the picture (optional)"
        type="url"
        value={card.imageUrl}
        onChange={(imageUrl) => change({ ...card, imageUrl })}
      />
      {linksMax > 0 && (
        <RepeatedRows
          name="Link"
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
                label={`Address of ${linkName.toLowerCase()}`}
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
