/** Contents that can only be named here: by the platform's word for them, what people call them. */
const NAMES: Record<string, string> = {
  checklist: 'Checklist',
  dice: 'Dice',
  game: 'Game',
  gift: 'Gift',
  giveaway: 'Giveaway',
  invoice: 'Invoice',
  paid_media: 'Paid media',
  poll: 'Poll',
  story: 'Story',
  unique_gift: 'Gift',
}

/** What people call a content that nothing here can show; undefined for one that nobody here knows. */
export function nameOfUnknown(label: string): string | undefined {
  return Object.hasOwn(NAMES, label) ? NAMES[label] : undefined
}
