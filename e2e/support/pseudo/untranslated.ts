import type { Page, Request } from '@playwright/test'
import { translatorFor } from '@/lib/i18n/catalogues'
import { LOCALE_NAMES, PSEUDO_LOCALE } from '@/lib/i18n/locale'
import { paths } from '@/lib/paths'
import { STORY_TIME_ZONE } from '../words'

/*
 * Finds words on a page in the pseudo-locale that came from no catalogue: those without accents that nobody wrote.
 */

const { dateFormat, duration, size, list } = translatorFor(PSEUDO_LOCALE, STORY_TIME_ZONE)

const QUIET_MS = 250
const DAY_MS = 24 * 60 * 60 * 1000

/** What stands on screens as it is in every language: the product, its platforms, keys, and names of things on wires. */
const NAMES = [
  'stella-inbox',
  'PUBLIC_URL',
  ...['Stella', 'WhatsApp', 'Messenger', 'Instagram', 'Telegram', 'WeChat', 'Slack'],
  ...['Ctrl', 'Enter', 'Esc', 'Shift', 'Alt', 'alt', 'Tab', 'Home', 'End', 'Space'],
  ...['HTTP', 'API', 'URL', 'JSON', 'UUID', 'CSV', 'UTC', 'SHA', 'HMAC', 'https', 'webhook'],
  ...['JPEG', 'PNG', 'PDF', 'GIF', 'WebP'],
]

/** Variables of canned replies are written the same in every language. */
const VARIABLE = /\{\{[\w.]+\}\}/g

interface Seen {
  element: string
  text: string
}

/** A text with words that are in no answer of the server, as a finding. */
export function unaccented({ element, text }: Seen, data: Set<string>): string[] {
  const isKnown = (word: string) => data.has(word) || (text.includes('…') && isBegun(word, data))
  const odd = wordsOf(text.replaceAll(VARIABLE, '')).filter((word) => !isKnown(word))
  return odd.length > 0 ? [`not from the catalogue: <${element}> “${text.trim()}”`] : []
}

/** An id or an address is shown by its beginning. */
function isBegun(word: string, data: Set<string>): boolean {
  return [...data].some((known) => known.startsWith(word))
}

/** Words of ASCII letters alone, three or more: the catalogue has none of them. */
function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => /^[A-Za-z]{3,}$/.test(word))
}

/** Keeps the words of everything that the server tells this page, asked or by the stream: what people and platforms wrote. */
export async function listens(page: Page) {
  const words = new Set([...NAMES, ...intlTexts(), ...Object.values(LOCALE_NAMES)].flatMap(wordsOf))
  const keep = (value: unknown): void => {
    if (typeof value === 'string') for (const word of wordsOf(value)) words.add(word)
    else if (value && typeof value === 'object') Object.values(value).forEach(keep)
  }
  const answers: Promise<void>[] = []
  const asked = new Set<Request>()
  page.on('request', (request) => {
    if (request.resourceType() === 'fetch') asked.add(request)
  })
  for (const end of ['requestfinished', 'requestfailed'] as const)
    page.on(end as 'requestfinished', (request) => asked.delete(request))
  page.on('response', (response) => {
    if (!response.headers()['content-type']?.includes('json')) return
    answers.push(response.json().then(keep, () => undefined))
  })
  // A stream is a response without an end, so its frames are taken where the browser takes them.
  const browser = await page.context().newCDPSession(page)
  await browser.send('Network.enable')
  browser.on('Network.eventSourceMessageReceived', ({ data }) => keep(JSON.parse(data)))
  return {
    /** Waits until the page has what it asked for, and asks for no more. */
    async quiet() {
      do await page.waitForTimeout(QUIET_MS)
      while (asked.size > 0)
    },
    async words() {
      keep(await (await page.request.get(paths.api.me)).json())
      await Promise.all(answers)
      return words
    },
  }
}

/** What `Intl` writes: names of months and days, units, zones and the words between the parts of a list. */
function intlTexts(): string[] {
  const days = Array.from({ length: 366 }, (_, day) => day * DAY_MS)
  const formats = [
    dateFormat({ month: 'short', weekday: 'short' }),
    dateFormat({ month: 'long', weekday: 'long' }),
  ]
  const spans = [1, 2].flatMap((count) => [count * 1000, count * 60_000, count * 3_600_000])
  return [
    ...formats.flatMap((format) => days.map((at) => format.format(at))),
    ...[...spans, 3 * DAY_MS].map((ms) => duration(ms, { style: 'long', finest: 'seconds' })),
    ...[1, 2, 2000].map((bytes) => size(bytes)),
    ...(['and', 'or'] as const).map((type) => list(['1', '2', '3'], type)),
    ...Intl.supportedValuesOf('timeZone'),
  ]
}

/** Everything that people read or hear on the page. Runs in the browser. */
export function textsOnPage(): Seen[] {
  const told = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt']
  const seen: Seen[] = [{ element: 'title', text: document.title }]
  for (const element of document.body.querySelectorAll('*')) {
    const shown = element.closest('select') ?? element
    if (element.matches('script, style, noscript, template, textarea')) continue
    if (!shown.checkVisibility({ visibilityProperty: true })) continue
    const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
    const texts = own.map(({ nodeValue }) => nodeValue ?? '')
    for (const name of told) texts.push(element.getAttribute(name) ?? '')
    for (const text of texts)
      if (text.trim()) seen.push({ element: element.tagName.toLowerCase(), text })
  }
  return seen
}
