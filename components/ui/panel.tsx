import { type ReactNode, useId } from 'react'

interface PanelProps {
  title: string
  /** A sentence under the title. */
  about?: ReactNode
  /** Buttons at the right of the title. */
  actions?: ReactNode
  children: ReactNode
}

/** One matter of a page, with its own heading. */
export function Panel({ title, about, actions, children }: PanelProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="mb-5 rounded-bubble border bg-surface">
      <header className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b px-4 py-3">
        <div className="min-w-40 flex-1">
          <h2 id={id} className="font-semibold">
            {title}
          </h2>
          {about && <div className="text-list text-muted">{about}</div>}
        </div>
        {actions}
      </header>
      <div className="p-4">{children}</div>
    </section>
  )
}
