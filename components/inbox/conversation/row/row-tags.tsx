'use client'

import { TagName } from '@/components/shell/labels/tag-name'
import { useTranslator } from '@/lib/i18n/use-translator'

const SHOWN_MAX = 2

/** The first tags of a conversation, in front of what was said last. */
export function RowTags({ tags }: { tags: string[] }) {
  const { t } = useTranslator()
  if (tags.length === 0) return null
  const more = tags.length - SHOWN_MAX
  return (
    // A direction of its own, so that it has no say in the direction of the words after it.
    <span
      dir="ltr"
      className="mr-1.5 inline-flex max-w-full gap-1 align-bottom text-meta text-text"
    >
      <span className="sr-only">{t('conversation.row.tags')}</span>
      {tags.slice(0, SHOWN_MAX).map((tag) => (
        <TagName key={tag} name={tag} className="max-w-24 rounded-sm bg-sunken px-1" />
      ))}
      {more > 0 && <span className="text-muted">+{more}</span>}
    </span>
  )
}
