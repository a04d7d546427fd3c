import { ShoppingBag } from 'lucide-react'
import { withKeys } from '@/components/ui/with-keys'
import type { Content } from '@/lib/domain/message/content'
import { useTranslator } from '@/lib/i18n/use-translator'
import { MessageText } from '../text/message-text'
import { CardHead } from './card-head'
import { toItemWords, toTotalWords } from './order-words'

type Order = Extract<Content, { type: 'order' }>

/** What the member put into their cart, and what they wrote beside it. */
export function OrderCard({ id, order }: { id: string; order: Order }) {
  const { t } = useTranslator()
  const total = toTotalWords(order.items)
  return (
    <div className="w-72 max-w-full">
      <CardHead icon={ShoppingBag}>{t('message.card.order')}</CardHead>
      <ul className="mt-1.5 divide-y divide-line">
        {withKeys(order.items).map(({ key, row }) => (
          <li key={key} className="flex justify-between gap-3 py-1">
            <bdi className="min-w-0 font-medium">{row.productId}</bdi>
            <span className="shrink-0 tabular-nums aside">{toItemWords(row)}</span>
          </li>
        ))}
      </ul>
      {total && (
        <p className="flex justify-between gap-3 border-line border-t pt-1 font-semibold">
          {t('message.card.total')} <span className="tabular-nums">{total}</span>
        </p>
      )}
      {order.text && (
        <div className="pt-1.5">
          <MessageText id={id} text={order.text} />
        </div>
      )}
    </div>
  )
}
