import { LOCALE_COOKIE, type Locale } from '@/lib/i18n/locale'

/** How this browser likes to see the product. Kept in cookies, so that the server draws it right the first time. */
export interface Preferences {
  theme: Theme
  /** Pixels. */
  listWidth: number
  panelOpen: boolean
}

const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const LIST_WIDTH = { min: 280, max: 440, usual: 340 } as const

const PREFERENCE_COOKIES = {
  theme: 'theme',
  listWidth: 'list-width',
  panelOpen: 'panel-open',
} as const satisfies Record<keyof Preferences, string>

const YEAR_S = 365 * 24 * 3600

/** The preferences in a request's cookies; what is missing or makes no sense is the usual. */
export function toPreferences(cookie: (name: string) => string | undefined): Preferences {
  const theme = cookie(PREFERENCE_COOKIES.theme)
  return {
    theme: THEMES.find((known) => known === theme) ?? 'system',
    listWidth: toListWidth(Number(cookie(PREFERENCE_COOKIES.listWidth))),
    panelOpen: cookie(PREFERENCE_COOKIES.panelOpen) !== 'false',
  }
}

/** A width the list may have, in pixels. */
export function toListWidth(width: number): number {
  if (!Number.isFinite(width) || width <= 0) return LIST_WIDTH.usual
  return Math.round(Math.min(LIST_WIDTH.max, Math.max(LIST_WIDTH.min, width)))
}

/** Keeps a preference for the next visit. */
export function remember<Name extends keyof Preferences>(name: Name, value: Preferences[Name]) {
  setCookie(PREFERENCE_COOKIES[name], String(value), YEAR_S)
}

/** The language of the pages before the sign-in, as last chosen in this browser; undefined: what the browser asks for. */
export function rememberLocale(locale: Locale | undefined) {
  setCookie(LOCALE_COOKIE, locale ?? '', locale === undefined ? 0 : YEAR_S)
}

function setCookie(name: string, value: string, maxAgeS: number) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing where there is no https.
  document.cookie = `${name}=${value}; path=/; max-age=${maxAgeS}; samesite=lax`
}

/** Shows a theme now and on the next visit. */
export function setTheme(theme: Theme) {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  remember('theme', theme)
}
