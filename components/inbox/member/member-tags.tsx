'use client'

import { Pill } from '@/components/ui/pill'
import { useTranslator } from '@/lib/i18n/use-translator'
import { Nothing, PanelSection } from './panel-section'

/** The member's tags at Stella. They are read there and set there. */
export function MemberTags({ tags }: { tags: string[] }) {
  const { t } = useTranslator()
  return (
    <PanelSection title={t('member.tags.title')}>
      {tags.length === 0 ? (
        <Nothing>{t('member.tags.none')}</Nothing>
      ) : (
        <ul aria-label={t('member.tags.label')} className="flex flex-wrap gap-1.5">
          {[...new Set(tags)].map((tag) => (
            <li key={tag} className="max-w-full">
              <Pill tone="outline" className="max-w-full">
                <bdi className="truncate">{tag}</bdi>
              </Pill>
            </li>
          ))}
        </ul>
      )}
    </PanelSection>
  )
}
