import type { Content } from '@/lib/domain/message/content'

type Item = Extract<Content, { type: 'order' }>['items'][number]

/** How many at what price, such as `2 × HKD 49.50`. */
export function toItemWords({ quantity = 1, price, currency }: Item): string {
  return price === undefined ? `${quantity} ×` : `${quantity} × ${toMoney(price, currency)}`
}

/** The sum, where every item says its price and all are in one currency; undefined otherwise. */
export function toTotalWords(items: Item[]): string | undefined {
  const [first] = items
  if (!first || items.some((item) => item.price === undefined || item.currency !== first.currency))
    return undefined
  const sum = items.reduce((total, { quantity = 1, price = 0 }) => total + quantity * price, 0)
  return toMoney(sum, first.currency)
}

/** The currency's code as the platform wrote it: a sign such as $ would leave open whose dollar it is. */
function toMoney(amount: number, currency: string | undefined): string {
  const number = amount.toFixed(2)
  return currency ? `${currency} ${number}` : number
}
