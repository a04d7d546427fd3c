import { withKeys } from '@/components/ui/with-keys'
import type { Content } from '@/lib/domain/message/content'
import { useTranslator } from '@/lib/i18n/use-translator'
import { Choices } from '../choices'
import { MessageText } from '../text/message-text'
import { SafeLink } from './safe-link'

type Cards = Extract<Content, { type: 'cards' }>

/** A carousel or a set of articles, one card below the other: nothing hides behind a swipe. */
export function CardsStrip({
  id,
  content,
  chosen,
}: {
  id: string
  content: Cards
  chosen?: string
}) {
  const { say } = useTranslator()
  return (
    <div className="w-72 max-w-full">
      {content.text && <MessageText id={id} text={content.text} />}
      <ul className="space-y-1.5">
        {withKeys(content.cards).map(({ key, row: card }) => (
          <li key={key} dir="auto" className="rounded-md border border-current/35 px-2.5 py-1.5">
            <p className="font-medium">{card.title || (card.name && say(card.name))}</p>
            {card.text && <p className="text-[13px] leading-[18px] aside">{card.text}</p>}
            {card.url && <SafeLink url={card.url} />}
            {card.choices.length > 0 && <Choices titles={card.choices} chosen={chosen} />}
          </li>
        ))}
      </ul>
    </div>
  )
}
