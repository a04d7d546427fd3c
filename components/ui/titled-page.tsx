import type { ReactNode } from 'react'

interface TitledPageProps {
  title: string
  /** A sentence under the title. */
  about?: ReactNode
  /** Buttons at the right of the title. */
  actions?: ReactNode
  children: ReactNode
}

/** The head of a page and what stands under it. */
export function TitledPage({ title, about, actions, children }: TitledPageProps) {
  return (
    <>
      <header className="mb-5 flex flex-wrap items-start gap-x-4 gap-y-3">
        <div className="min-w-56 flex-1">
          <h1 className="text-lg leading-7 font-semibold text-balance">{title}</h1>
          {about && <div className="text-list text-muted">{about}</div>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </header>
      {children}
    </>
  )
}
