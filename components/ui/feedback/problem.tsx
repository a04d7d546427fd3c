import { TriangleAlert } from 'lucide-react'

/** Why what was typed can't be sent or saved as it stands, beside the button that waits for it; nothing without one. */
export function Problem({ children }: { children?: string }) {
  if (!children) return null
  return (
    <p role="status" className="flex gap-1.5 text-meta text-wait">
      <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </p>
  )
}
