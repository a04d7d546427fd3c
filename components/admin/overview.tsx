'use client'

import { Lock } from 'lucide-react'
import Link from 'next/link'
import { useViewer } from '@/lib/client/viewer'
import { AdminPage } from './admin-page'
import { ADMIN_SECTIONS, SECTION_GROUPS, sectionBlockedBecause } from './sections'

/** Every section with what it is for; on a phone the only list of them. */
export function AdminOverview() {
  const { role } = useViewer()
  return (
    <AdminPage title="Admin" about="How this inbox is connected, watched and run.">
      {SECTION_GROUPS.map((group) => (
        <section key={group} aria-label={group} className="mb-6">
          <h2 className="mb-2 text-meta font-semibold text-muted">{group}</h2>
          <ul className="divide-y overflow-hidden rounded-bubble border bg-surface">
            {ADMIN_SECTIONS.filter((section) => section.group === group).map((section) => {
              const { icon: Icon, name, path, about } = section
              const blocked = sectionBlockedBecause(section, role)
              return (
                <li key={path}>
                  <Link
                    href={path}
                    prefetch={false}
                    className="flex min-h-14 items-center gap-3 px-4 py-2.5 hover:bg-sunken focus-visible:outline-offset-[-2px]"
                  >
                    <Icon aria-hidden className="size-4 shrink-0 text-muted" />
                    <span className="min-w-0 flex-1">
                      <span className="block font-medium">{name}</span>
                      <span className="block text-list text-muted">{blocked ?? about}</span>
                    </span>
                    {blocked && <Lock aria-hidden className="size-3.5 shrink-0 text-faint" />}
                  </Link>
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </AdminPage>
  )
}
