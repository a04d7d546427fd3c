import { Check, List } from 'lucide-react'
import { withKeys } from '@/components/ui/with-keys'
import type { Content } from '@/lib/domain/message/content'
import { useTranslator } from '@/lib/i18n/use-translator'
import { MessageText } from '../text/message-text'
import { CardHead } from './card-head'

type ListContent = Extract<Content, { type: 'list' }>

/** A question with its list of answers, open; the one the member took has a tick. */
export function ListCard({
  id,
  content,
  chosen,
}: {
  id: string
  content: ListContent
  chosen?: string
}) {
  const { t } = useTranslator()
  return (
    <div className="w-72 max-w-full space-y-1.5">
      {content.text && <MessageText id={id} text={content.text} />}
      {content.button && <CardHead icon={List}>{content.button}</CardHead>}
      {withKeys(content.sections).map(({ key, row: section }) => (
        <section key={key} aria-label={section.title ?? t('message.card.options')} dir="auto">
          {section.title && <p className="font-semibold text-[12px] leading-4">{section.title}</p>}
          <ul className="mt-1 divide-y divide-line rounded-md border border-current/35 px-2.5">
            {withKeys(section.rows).map(({ key: rowKey, row }) => (
              <ListRow key={rowKey} row={row} isChosen={row.title === chosen} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function ListRow({
  row,
  isChosen,
}: {
  row: ListContent['sections'][number]['rows'][number]
  isChosen: boolean
}) {
  const { t } = useTranslator()
  return (
    <li className={`py-1 ${isChosen ? 'font-semibold' : ''}`}>
      {isChosen && (
        <Check aria-label={t('message.chosen')} className="mr-1 inline size-3.5 align-[-2px]" />
      )}
      {row.title}
      {row.text && <span className="block text-[13px] leading-[18px] aside">{row.text}</span>}
    </li>
  )
}
