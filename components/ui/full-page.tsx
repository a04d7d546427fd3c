import type { ReactNode } from 'react'

/** A page with one thing in its middle. */
export function FullPage({ children }: { children: ReactNode }) {
  return <main className="grid min-h-dvh place-items-center bg-bg px-4 py-10">{children}</main>
}
