import { Lock } from 'lucide-react'
import { Notice } from '@/components/ui/feedback/notice'
import type { AdminSection } from '../shell/sections'

/** Instead of a section that this role may not see: the reason, never a blank. */
export function SectionRefused({ section, reason }: { section: AdminSection; reason: string }) {
  return (
    <Notice icon={<Lock />} title={`${section.name} is not open to you`}>
      {reason}
    </Notice>
  )
}
