export interface LinkSpan {
  start: number
  end: number
  href: string
}

/** Signs of other scripts that end an address: they follow one, and stand in none. */
const FOREIGN_ENDS = '，。；：！？、「」『』（）【】《》〈〉．｡､،؛؟۔।॥።։။…“”„«»‹›'
const WEB = new RegExp(
  String.raw`(?:https?://|(?<![a-z0-9@/.:_-])www\.)[^\s<>"'\x60${FOREIGN_ENDS}]+`,
  'giu',
)
/** Every part is bounded, so that no text is read twice over. */
const MAIL =
  /(?<![a-z0-9._+-])[a-z0-9_+][a-z0-9._+-]{0,63}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24}(?![a-z0-9@])/gi
/**
 * Numbers as people write them to be called: with a plus, with a code in brackets, or in groups that numbers have and
 * sums and dates don't. Digits without any of it may be an order's number.
 */
const PHONE = new RegExp(
  [
    '(?<![a-z0-9@/.:+_#-])(?:',
    [
      String.raw`\+\d[\d ().-]{5,24}\d`,
      String.raw`\(\d{2,5}\)[ -]?\d[\d -]{4,16}\d`,
      // Never the end of a longer row of groups, such as a card's number.
      String.raw`(?<!\d[ -])0\d{1,4}(?:[ -]\d{2,4}){2,4}`,
      String.raw`(?<!\d[ -])\d{3}[ -]\d{3,4}[ -]\d{4}`,
      String.raw`(?<!\d[ -])\d{4}[ -]\d{4}`,
    ].join('|'),
    ')(?![a-z0-9@/_-]|[ -]\\d)',
  ].join(''),
  'gi',
)

/** The http and https addresses in a text, in order. */
export function linksIn(text: string): string[] {
  return webSpans(text).map(({ href }) => href)
}

/** Everything in a text that leads somewhere, in order, none inside another. */
export function linkSpans(text: string): LinkSpan[] {
  const found = [...webSpans(text), ...mailSpans(text), ...phoneSpans(text)]
  // Of two at the same place the longer one.
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  const spans: LinkSpan[] = []
  for (const span of found) if (span.start >= (spans.at(-1)?.end ?? 0)) spans.push(span)
  return spans
}

function webSpans(text: string): LinkSpan[] {
  return Array.from(text.matchAll(WEB)).flatMap((match) => {
    const address = withoutTrailing(match[0])
    const href = toHref(address)
    return href ? [{ start: match.index, end: match.index + address.length, href }] : []
  })
}

function mailSpans(text: string): LinkSpan[] {
  return Array.from(text.matchAll(MAIL), ({ 0: address, index }) => ({
    start: index,
    end: index + address.length,
    href: `mailto:${address}`,
  }))
}

/** The world's numbering plan; without a country's code a number has eight digits or more where it is in groups. */
const DIGITS_MIN = { abroad: 7, here: 8 }
const DIGITS_MAX = 15
const YEARS = /^(?:19|20)\d\d[ -](?:19|20)\d\d$/

function phoneSpans(text: string): LinkSpan[] {
  return Array.from(text.matchAll(PHONE)).flatMap(({ 0: number, index }) => {
    const digits = number.replace(/\D/g, '')
    const isAbroad = number.startsWith('+')
    if (digits.length < DIGITS_MIN[isAbroad ? 'abroad' : 'here']) return []
    if (digits.length > DIGITS_MAX || YEARS.test(number)) return []
    const href = `tel:${isAbroad ? '+' : ''}${digits}`
    return [{ start: index, end: index + number.length, href }]
  })
}

const TRAILING = '.,;:!?*_~|'
const OPENING: Record<string, string> = { ')': '(', ']': '[', '}': '{' }

/** A full stop after an address ends the sentence; a bracket belongs to it only where it was opened inside. */
function withoutTrailing(address: string): string {
  const unopened = unopenedIn(address)
  let end = address.length
  for (; end > 0; end--) {
    const sign = address.charAt(end - 1)
    const opening = OPENING[sign]
    const left = opening ? (unopened[opening] ?? 0) : 0
    if (opening && left > 0) unopened[opening] = left - 1
    else if (!TRAILING.includes(sign)) break
  }
  return address.slice(0, end)
}

/** How many more closing brackets than opening ones an address has, of each form. */
function unopenedIn(address: string): Record<string, number> {
  const unopened: Record<string, number> = { '(': 0, '[': 0, '{': 0 }
  for (const sign of address) {
    const opening = OPENING[sign]
    if (opening) unopened[opening] = (unopened[opening] ?? 0) + 1
    else if (sign in unopened) unopened[sign] = (unopened[sign] ?? 0) - 1
  }
  return unopened
}

/** A word that only begins like an address, such as `www.hello`, leads nowhere. */
function toHref(address: string): string | undefined {
  const isBare = /^www\./i.test(address)
  if (isBare && !/^www\.[^./]+\.[^./]/i.test(address)) return undefined
  try {
    const url = new URL(isBare ? `https://${address}` : address)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined
  } catch {
    return undefined
  }
}
