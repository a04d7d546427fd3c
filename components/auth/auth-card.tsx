import type { ReactNode } from 'react'
import { Logo } from '@/components/shell/logo'
import { FullPage } from '@/components/ui/full-page'

interface AuthCardProps {
  title: string
  children: ReactNode
}

/** The frame around the forms of people who are not signed in. */
export function AuthCard({ title, children }: AuthCardProps) {
  return (
    <FullPage>
      <div className="w-full max-w-[360px]">
        <Logo className="mx-auto mb-5 size-11 rounded-bubble" />
        <h1 className="mb-6 text-center text-xl leading-7 font-semibold tracking-tight text-balance">
          {title}
        </h1>
        <div className="rounded-bubble border bg-surface p-6">{children}</div>
      </div>
    </FullPage>
  )
}
