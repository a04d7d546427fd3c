'use client'

import { useRouter } from 'next/navigation'
import { useAction } from '@/lib/client/browser/actions'
import { leaveOrAsk } from '@/lib/client/browser/unsaved'
import { useViewer } from '@/lib/client/people/use-viewer'
import { useTranslator } from '@/lib/i18n/use-translator'
import { type AdminSection, sectionsFor } from './sections'

/** Every section of this role as a command of the palette. */
export function SectionActions() {
  const { role } = useViewer()
  return sectionsFor(role)
    .flatMap(({ sections }) => sections)
    .map((section) => <SectionAction key={section.path} section={section} />)
}

function SectionAction({ section }: { section: AdminSection }) {
  const { t } = useTranslator()
  const router = useRouter()
  useAction({
    id: `go-${section.path}`,
    label: t(section.name),
    section: 'admin',
    run: () => leaveOrAsk(() => router.push(section.path)),
  })
  return null
}
