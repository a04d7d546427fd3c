/** A language by its name in English, `Chinese (Hong Kong)` for `zh_HK`; the locale itself where it has no name. */
export function toLanguage(locale: string): string {
  try {
    return (
      new Intl.DisplayNames('en', { type: 'language', style: 'short' }).of(
        locale.replaceAll('_', '-'),
      ) ?? locale
    )
  } catch {
    return locale
  }
}
