import { type Reason, reason } from '@/lib/i18n/reason'

/** Contents that can only be named here: by the platform's word for them, what people call them. */
const NAMES: Record<string, Reason> = {
  checklist: reason('message.unknown.checklist'),
  dice: reason('message.unknown.dice'),
  game: reason('message.unknown.game'),
  gift: reason('message.unknown.gift'),
  giveaway: reason('message.unknown.giveaway'),
  invoice: reason('message.unknown.invoice'),
  paid_media: reason('message.unknown.paidMedia'),
  poll: reason('message.unknown.poll'),
  story: reason('message.unknown.story'),
  unique_gift: reason('message.unknown.gift'),
}

/** What people call a content that nothing here can show; undefined for one that nobody here knows. */
export function nameOfUnknown(label: string): Reason | undefined {
  return Object.hasOwn(NAMES, label) ? NAMES[label] : undefined
}
