import { toLanguage } from '@/components/shell/labels/language'
import type { MemberView } from '@/lib/view/conversation-view'

/** `Member since 30 Jun 2020 · English`, as far as it is known; undefined where Stella told neither. */
export function toSinceWords(
  { memberSince, locale }: Pick<MemberView, 'memberSince' | 'locale'>,
  timeZone: string,
): string | undefined {
  const since = memberSince && `Member since ${toDate(memberSince, timeZone)}`
  const words = [since, locale && toLanguage(locale)].filter(Boolean)
  return words.length > 0 ? words.join(' · ') : undefined
}

function toDate(iso: string, timeZone: string): string {
  const format = { day: 'numeric', month: 'short', year: 'numeric', timeZone } as const
  return new Intl.DateTimeFormat('en-GB', format).format(new Date(iso))
}
