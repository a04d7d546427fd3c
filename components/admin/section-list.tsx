'use client'

import Link from 'next/link'
import { cn } from '@/components/ui/cn'
import type { Role } from '@/lib/domain/people/role'
import { useTranslator } from '@/lib/i18n/use-translator'
import { type AdminSection, sectionOf, sectionsFor } from '../shell/sections'
import { SECTION_ICONS } from './section-icons'

/** The sections of this role under their headings. */
export function SectionList({ pathname, role }: { pathname: string; role: Role }) {
  const { t } = useTranslator()
  const current = sectionOf(pathname)
  return (
    <nav aria-label={t('channelAdmin.shell.nav')} className="px-2 py-4">
      {sectionsFor(role).map(({ group, sections }) => (
        <section key={group} aria-label={t(group)} className="mb-4">
          <h2 className="px-2.5 pb-1 text-meta font-semibold text-muted">{t(group)}</h2>
          <ul>
            {sections.map((section) => (
              <li key={section.path}>
                <SectionLink section={section} isCurrent={section === current} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}

function SectionLink({ section, isCurrent }: { section: AdminSection; isCurrent: boolean }) {
  const { t } = useTranslator()
  const { name, path } = section
  const Icon = SECTION_ICONS[name]
  return (
    <Link
      href={path}
      prefetch={false}
      aria-current={isCurrent ? 'page' : undefined}
      className={cn(
        'flex h-8 items-center gap-2.5 rounded-control px-2.5 text-list hover:bg-sunken max-md:h-11',
        isCurrent && 'bg-accent-soft font-medium text-accent-ink hover:bg-accent-soft',
      )}
    >
      <Icon aria-hidden className={cn('size-4 shrink-0', !isCurrent && 'text-muted')} />
      <span className="min-w-0 flex-1 truncate">{t(name)}</span>
    </Link>
  )
}
