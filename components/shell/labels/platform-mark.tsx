'use client'

import { Camera, Globe, Hash, MessagesSquare, Phone, Send, Zap } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import { PLATFORM_NAMES, type Platform } from '@/lib/domain/channel/channel'
import { useTranslator } from '@/lib/i18n/use-translator'

const MARKS = {
  whatsapp: Phone,
  messenger: Zap,
  instagram: Camera,
  web: Globe,
  wechat: MessagesSquare,
  slack: Hash,
  telegram: Send,
} satisfies Record<Platform, unknown>

/** Which platform a member writes on: a small sign in the platform's own colour. */
export function PlatformMark({ platform, className }: { platform: Platform; className?: string }) {
  const { say } = useTranslator()
  const Mark = MARKS[platform]
  return (
    <span
      style={{ background: `var(--platform-${platform})` }}
      className={cn('grid size-4 place-items-center rounded-full text-accent-text', className)}
    >
      <Mark
        aria-hidden
        strokeWidth={2.5}
        className={platform === 'whatsapp' ? 'size-2 fill-current' : 'size-2.5'}
      />
      <span className="sr-only">{say(PLATFORM_NAMES[platform])}</span>
    </span>
  )
}
