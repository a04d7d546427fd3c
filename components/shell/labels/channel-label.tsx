import { ColorDot } from '@/components/shell/labels/color-dot'
import { cn } from '@/components/ui/cn'
import type { ChannelRef } from '@/lib/view/conversation-view'

interface ChannelLabelProps {
  channel: Pick<ChannelRef, 'name' | 'color'>
  className?: string
}

/** A channel by its name, with the dot of the colour that the workspace gave it: the dot never stands alone. */
export function ChannelLabel({ channel: { name, color }, className }: ChannelLabelProps) {
  return (
    <span className={cn('inline-flex min-w-0 items-center gap-1', className)}>
      {color && (
        <span aria-hidden className="flex">
          <ColorDot color={color} className="size-2" />
        </span>
      )}
      <span className="truncate">{name}</span>
    </span>
  )
}
