import { toLanguage } from '@/components/shell/labels/language'
import { reason, type Said } from '@/lib/i18n/reason'
import type { MemberView } from '@/lib/view/conversation-view'

/**
 * `Member since 30 Jun 2020 · English`, as far as it is known; undefined where Stella told neither. `tag`: the reader's
 * own language, as `Intl` knows it.
 */
export function toSinceWords(
  { memberSince, locale }: Pick<MemberView, 'memberSince' | 'locale'>,
  tag: string,
): Said | undefined {
  const language = locale ? toLanguage(locale, tag) : undefined
  if (!memberSince) return language
  const date = { at: Date.parse(memberSince), as: 'date' } as const
  return language
    ? reason('member.panel.sinceAndLanguage', { date, language })
    : reason('member.panel.since', { date })
}
