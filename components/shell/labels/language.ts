/**
 * A language by its name in the language of the reader (a tag of `Intl`): `Chinese (Hong Kong)` for `zh_HK`. The locale
 * itself where it has no name.
 */
export function toLanguage(locale: string, tag: string): string {
  try {
    return (
      new Intl.DisplayNames(tag, { type: 'language', style: 'short' }).of(
        locale.replaceAll('_', '-'),
      ) ?? locale
    )
  } catch {
    return locale
  }
}
