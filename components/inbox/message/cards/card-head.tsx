import type { LucideIcon } from 'lucide-react'

/** The sign and the name of a card that stands in a bubble. */
export function CardHead({ icon: Icon, children }: { icon: LucideIcon; children: string }) {
  return (
    <p className="flex items-center gap-1.5 font-semibold text-[12px] leading-4 aside">
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {children}
    </p>
  )
}
