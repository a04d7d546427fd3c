import type { Viewer } from '@/lib/domain/people/viewer'
import { LOCALE_COOKIE, type Locale, matchLocale, toLocale } from '@/lib/i18n/locale'

/** Who reads an answer or a page. */
export interface Reader {
  locale: Locale
  /** IANA name; absent where they chose none. */
  timeZone?: string
}

/**
 * In which language and time zone somebody reads: what they chose for themselves, else what this browser was last shown,
 * else what it asks for (`Accept-Language`), else English.
 */
export function readerOf(request: { headers: Headers }, viewer?: Viewer): Reader {
  const { locale, timeZone } = viewer?.settings ?? {}
  return { locale: locale ?? localeOf(request.headers), timeZone }
}

function localeOf(headers: Headers): Locale {
  const cookies = headers.get('cookie') ?? ''
  const chosen = new RegExp(`(?:^|;\\s*)${LOCALE_COOKIE}=([\\w-]+)`).exec(cookies)?.[1]
  return toLocale(chosen) ?? matchLocale(headers.get('accept-language'))
}
