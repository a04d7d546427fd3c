'use client'

import { useRouter } from 'next/navigation'
import { useAction } from '@/lib/client/actions'
import { useViewer } from '@/lib/client/viewer'
import { ADMIN_SECTIONS, type AdminSection, sectionBlockedBecause } from './sections'

/** Every section as a command of the palette; those not for this role say why. */
export function SectionActions() {
  return ADMIN_SECTIONS.map((section) => <SectionAction key={section.path} section={section} />)
}

function SectionAction({ section }: { section: AdminSection }) {
  const router = useRouter()
  const { role } = useViewer()
  useAction({
    id: `go-${section.path}`,
    label: section.name,
    section: 'Admin',
    disabledReason: sectionBlockedBecause(section, role),
    run: () => router.push(section.path),
  })
  return null
}
