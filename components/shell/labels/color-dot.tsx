'use client'

import type { CSSProperties } from 'react'
import { cn } from '@/components/ui/cn'
import type { ChannelColor } from '@/lib/domain/channel/channel-options'
import { useTranslator } from '@/lib/i18n/use-translator'

/** Where each colour lies on the circle of hues; `slate` has none. */
const HUES: Record<Exclude<ChannelColor, 'slate'>, number> = {
  red: 25,
  amber: 75,
  green: 150,
  teal: 190,
  blue: 250,
  violet: 295,
  pink: 350,
}

/** A dot in one of the colours of the workspace; nothing where none was chosen. */
export function ColorDot({ color, className }: { color?: ChannelColor; className?: string }) {
  const { t } = useTranslator()
  if (!color) return null
  const style = color === 'slate' ? undefined : ({ '--hue': HUES[color] } as CSSProperties)
  return (
    <span
      style={style}
      className={cn(
        'inline-block size-2.5 shrink-0 rounded-full',
        color === 'slate' ? 'bg-muted' : 'channel-dot',
        className,
      )}
    >
      <span className="sr-only">{t('shell.color', { color })}</span>
    </span>
  )
}
