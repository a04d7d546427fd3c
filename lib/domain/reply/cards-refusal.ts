import type { Posted } from './reply-content'
import type { Limits } from './sendable'
import { isWebAddress } from './web-address'

/** Why cards can't be sent. */
export function carouselReason(
  { cards }: Posted<'carousel'>,
  { cardsMax, textMax, linksMax, needsUrl }: NonNullable<Limits['carousel']>,
) {
  if (cards.length === 0) return 'Add a card first.'
  if (cards.length > cardsMax)
    return cardsMax === 1 ? 'Only one card can be sent here.' : `At most ${cardsMax} cards.`
  for (const card of cards) {
    const { title, text = '', url = '', imageUrl = '', links } = card
    if (!title.trim()) return 'Every card needs a title.'
    if (title.length > textMax || text.length > textMax)
      return `The title and the line of a card can have at most ${textMax} characters each.`
    if (needsUrl && !url.trim()) return `“${title}” needs an address to lead to.`
    if (!needsUrl && !text.trim() && !url.trim() && !imageUrl.trim() && links.length === 0)
      return `“${title}” needs more than a title: a line, a picture, an address or a link.`
    const broken = [url, imageUrl].find((given) => given.trim() && !isWebAddress(given))
    if (broken) return `${broken} is not an address that starts with https://.`
    if (links.length > linksMax)
      return linksMax === 0 ? 'Cards have no links here.' : `At most ${linksMax} links on a card.`
    const reason = linksReason(links)
    if (reason) return reason
  }
  return undefined
}

function linksReason(links: { title: string; url: string }[]) {
  for (const { title, url } of links) {
    if (!title.trim()) return 'Every link needs a title.'
    if (title.length > 20) return `“${title}” is longer than 20 characters.`
    if (!isWebAddress(url)) return `“${title}” needs an address that starts with https://.`
  }
  return undefined
}
