'use client'

import { useRouter } from 'next/navigation'
import { useAction } from '@/lib/client/browser/actions'
import { leaveOrAsk } from '@/lib/client/browser/unsaved'
import { useViewer } from '@/lib/client/people/use-viewer'
import { type AdminSection, sectionsFor } from './sections'

/** Every section of this role as a command of the palette. */
export function SectionActions() {
  const { role } = useViewer()
  return sectionsFor(role)
    .flatMap(({ sections }) => sections)
    .map((section) => <SectionAction key={section.path} section={section} />)
}

function SectionAction({ section }: { section: AdminSection }) {
  const router = useRouter()
  useAction({
    id: `go-${section.path}`,
    label: section.name,
    section: 'Admin',
    run: () => leaveOrAsk(() => router.push(section.path)),
  })
  return null
}
