'use client'

import { Lock } from 'lucide-react'
import { Notice } from '@/components/ui/feedback/notice'
import type { Said } from '@/lib/i18n/reason'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { AdminSection } from '../shell/sections'

/** Instead of a section that this role may not see: the reason, never a blank. */
export function SectionRefused({ section, reason }: { section: AdminSection; reason: Said }) {
  const { t, say } = useTranslator()
  return (
    <Notice icon={<Lock />} title={t('channelAdmin.shell.noAccess', { section: t(section.name) })}>
      {say(reason)}
    </Notice>
  )
}
