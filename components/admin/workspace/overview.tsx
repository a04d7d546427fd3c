'use client'

import Link from 'next/link'
import { type AdminSection, sectionsFor } from '@/components/shell/sections'
import { TitledPage } from '@/components/ui/titled-page'
import { useViewer } from '@/lib/client/people/use-viewer'
import { useTranslator } from '@/lib/i18n/use-translator'
import { SECTION_ICONS } from '../section-icons'

/** Every section of this role with what it is for; on a phone the only list of them. */
export function AdminOverview() {
  const { t } = useTranslator()
  const { role } = useViewer()
  return (
    <TitledPage title={t('workspace.overview.title')} about={t('workspace.overview.about')}>
      {sectionsFor(role).map(({ group, sections }) => (
        <section key={group} aria-label={t(group)} className="mb-6">
          <h2 className="mb-2 text-meta font-semibold text-muted">{t(group)}</h2>
          <ul className="divide-y overflow-hidden rounded-bubble border bg-surface">
            {sections.map(({ name, path, about }) => (
              <li key={path}>
                <Link
                  href={path}
                  prefetch={false}
                  className="flex min-h-14 items-center gap-3 px-4 py-2.5 hover:bg-sunken focus-visible:outline-offset-[-2px]"
                >
                  <SectionIcon name={name} />
                  <span className="min-w-0 flex-1">
                    <span className="block font-medium">{t(name)}</span>
                    <span className="block text-list text-muted">{t(about)}</span>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </TitledPage>
  )
}

function SectionIcon({ name }: Pick<AdminSection, 'name'>) {
  const Icon = SECTION_ICONS[name]
  return <Icon aria-hidden className="size-4 shrink-0 text-muted" />
}
