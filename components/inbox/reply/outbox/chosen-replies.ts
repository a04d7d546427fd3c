import type { OutboxItemView } from '@/lib/view/outbox-view'

/** The ids of the replies that are chosen and still stand in the list. What left it meanwhile is no longer chosen. */
export function chosenAmong(items: OutboxItemView[], chosen: ReadonlySet<string>): string[] {
  return idsOf(items).filter((id) => chosen.has(id))
}

/** One reply more, or one less. */
export function withToggled(chosen: string[], id: string): string[] {
  return chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]
}

/** All of the list, or none where all of it was chosen. */
export function withAllToggled(items: OutboxItemView[], chosen: string[]): string[] {
  return chosen.length === items.length ? [] : idsOf(items)
}

function idsOf(items: OutboxItemView[]): string[] {
  return items.map(({ message }) => message.id)
}
