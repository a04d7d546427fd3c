'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useAction, useActions } from '@/lib/client/browser/actions'
import { leaveOrAsk } from '@/lib/client/browser/unsaved'
import { useViewer } from '@/lib/client/people/use-viewer'
import { useTranslator } from '@/lib/i18n/use-translator'
import { type AdminSection, sectionsFor } from './sections'

/** Every section of this role as a command of the open palette, but for those that are one on this screen already. */
export function SectionActions() {
  const { role } = useViewer()
  const actions = useActions()
  const [known] = useState(() => new Set(actions.map(({ id }) => id)))
  return sectionsFor(role)
    .flatMap(({ sections }) => sections)
    .filter((section) => !known.has(actionId(section)))
    .map((section) => <SectionAction key={section.path} section={section} />)
}

function SectionAction({ section }: { section: AdminSection }) {
  const { t } = useTranslator()
  const router = useRouter()
  useAction({
    id: actionId(section),
    label: t(section.name),
    section: 'admin',
    run: () => leaveOrAsk(() => router.push(section.path)),
  })
  return null
}

function actionId({ path }: AdminSection): string {
  return `go-${path}`
}
