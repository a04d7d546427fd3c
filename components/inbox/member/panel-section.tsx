import { type ReactNode, useId } from 'react'

interface PanelSectionProps {
  title: string
  /** Said beside the title, smaller: an "as of", a count. */
  beside?: string
  children: ReactNode
}

/** One heading of the member panel and what stands under it. */
export function PanelSection({ title, beside, children }: PanelSectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="mt-[22px]">
      <div className="mb-2 flex items-baseline justify-between gap-2">
        <h3 id={id} className="font-semibold text-meta text-muted">
          {title}
        </h3>
        {beside && <span className="text-[11px] text-faint leading-4">{beside}</span>}
      </div>
      {children}
    </section>
  )
}

/** What a section says when it has nothing. */
export function Nothing({ children }: { children: ReactNode }) {
  return <p className="text-list text-muted">{children}</p>
}
