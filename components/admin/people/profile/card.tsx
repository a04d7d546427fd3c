import type { ReactNode } from 'react'

/** One thing to set on a page of settings. */
export function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="mb-5 rounded-bubble border bg-surface p-5 max-md:p-4">
      <h2 className="mb-3 font-semibold">{title}</h2>
      <div className="flex max-w-md flex-col gap-4">{children}</div>
    </section>
  )
}
