import { type Reason, reason } from '@/lib/i18n/reason'
import type { Posted } from './reply-content'
import type { Limits } from './sendable'
import { isWebAddress } from './web-address'

/** Why cards can't be sent; undefined when they can. */
export function carouselReason(
  { cards }: Posted<'carousel'>,
  { cardsMax, textMax, linksMax, needsUrl }: NonNullable<Limits['carousel']>,
): Reason | undefined {
  if (cards.length === 0) return reason('reply.cards.empty')
  if (cards.length > cardsMax) return reason('reply.cards.tooMany', { max: cardsMax })
  for (const card of cards) {
    const { title, text = '', url = '', imageUrl = '', links } = card
    if (!title.trim()) return reason('reply.cards.untitled')
    if (title.length > textMax || text.length > textMax)
      return reason('reply.cards.tooLong', { max: textMax })
    if (needsUrl && !url.trim()) return reason('reply.cards.needsAddress', { title })
    if (!needsUrl && !text.trim() && !url.trim() && !imageUrl.trim() && links.length === 0)
      return reason('reply.cards.onlyTitle', { title })
    const broken = [url, imageUrl].find((given) => given.trim() && !isWebAddress(given))
    if (broken) return reason('reply.cards.notAddress', { address: broken })
    if (links.length > linksMax) return reason('reply.cards.tooManyLinks', { max: linksMax })
    const wrong = linksReason(links)
    if (wrong) return wrong
  }
  return undefined
}

const LINK_TITLE_MAX = 20

function linksReason(links: { title: string; url: string }[]) {
  for (const { title, url } of links) {
    if (!title.trim()) return reason('reply.cards.untitledLink')
    if (title.length > LINK_TITLE_MAX)
      return reason('reply.cards.linkTooLong', { title, max: LINK_TITLE_MAX })
    if (!isWebAddress(url)) return reason('reply.cards.linkNeedsAddress', { title })
  }
  return undefined
}
