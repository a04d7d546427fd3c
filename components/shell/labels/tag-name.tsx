'use client'

import { ColorDot } from '@/components/shell/labels/color-dot'
import { cn } from '@/components/ui/cn'
import { useTagChoices } from '@/lib/client/workspace/workspace-settings'

/** A tag of the workspace by its name, with its colour; one that left the list has none. */
export function TagName({ name, className }: { name: string; className?: string }) {
  const { data: tags } = useTagChoices()
  const color = tags?.find((tag) => tag.name === name)?.color
  return (
    <span className={cn('inline-flex min-w-0 items-center gap-1', className)}>
      <span aria-hidden className="flex">
        <ColorDot color={color ?? 'slate'} className="size-2" />
      </span>
      <bdi className="truncate">{name}</bdi>
    </span>
  )
}
