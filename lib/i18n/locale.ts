/** The languages that the screens are written in: one catalogue each (lib/i18n/en, zh-hant, zh-hans). */
export const LANGUAGES = ['en', 'zh-Hant', 'zh-Hans'] as const
export type Language = (typeof LANGUAGES)[number]

/** A language and how a region writes numbers, dates and times in it: what people choose in their profile. */
export const LOCALES = [
  'en-GB',
  'en-HK',
  'en-SG',
  'en-US',
  'zh-HK',
  'zh-TW',
  'zh-CN',
  'zh-SG',
] as const

/** English with accents, a good third longer: shows words that no catalogue holds, and what has no room to grow. */
export const PSEUDO_LOCALE = 'en-XA'

export type Locale = (typeof LOCALES)[number] | typeof PSEUDO_LOCALE

/** Where a browser keeps the locale it was last shown, for the pages before the sign-in. */
export const LOCALE_COOKIE = 'locale'

export const DEFAULT_LOCALE: Locale = 'en-GB'

/** How each locale is named, in itself. */
export const LOCALE_NAMES: Record<(typeof LOCALES)[number], string> = {
  'en-GB': 'English (United Kingdom)',
  'en-HK': 'English (Hong Kong)',
  'en-SG': 'English (Singapore)',
  'en-US': 'English (United States)',
  'zh-HK': '繁體中文（香港）',
  'zh-TW': '繁體中文（台灣）',
  'zh-CN': '简体中文（中国大陆）',
  'zh-SG': '简体中文（新加坡）',
}

export function languageOf(locale: Locale): Language {
  if (locale === 'zh-HK' || locale === 'zh-TW') return 'zh-Hant'
  if (locale === 'zh-CN' || locale === 'zh-SG') return 'zh-Hans'
  return 'en'
}

/** A locale of ours by its exact name; undefined for any other text. */
export function toLocale(name: string | undefined): Locale | undefined {
  return [...LOCALES, PSEUDO_LOCALE].find((locale) => locale === name) as Locale | undefined
}

/**
 * The locale that serves somebody best who asks for `accepted`, the value of an `Accept-Language` header (RFC 9110
 * §12.5.4): the first language of theirs that we have, written as in their region where we know it.
 */
export function matchLocale(accepted: string | null | undefined): Locale {
  for (const tag of byPreference(accepted ?? '')) {
    const known = toLocale(tag) ?? nearestLocale(tag)
    if (known) return known
  }
  return DEFAULT_LOCALE
}

function byPreference(accepted: string): string[] {
  return accepted
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((each) => each.trim())
      const quality = parameters.find((each) => each.startsWith('q='))
      return { tag, quality: quality ? Number(quality.slice(2)) : 1 }
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag)
}

function nearestLocale(tag: string): Locale | undefined {
  const { language, script, region } = likely(tag) ?? {}
  if (language === 'zh' || language === 'yue') {
    if (script === 'Hant') return region === 'TW' ? 'zh-TW' : 'zh-HK'
    return region === 'SG' ? 'zh-SG' : 'zh-CN'
  }
  if (language !== 'en') return undefined
  return LOCALES.find((locale) => locale === `en-${region}`) ?? DEFAULT_LOCALE
}

/** The tag with its likely script and region (CLDR); undefined for what is no tag. */
function likely(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag).maximize()
  } catch {
    return undefined
  }
}
