import type { ReactNode } from 'react'
import { Logo } from '@/components/shell/logo'
import { FullPage } from '@/components/ui/full-page'
import { LanguageChoice } from './language-choice'

interface AuthCardProps {
  title: string
  /** Somebody is signed in: their profile says in which language they read. */
  signedIn?: boolean
  children: ReactNode
}

/** The frame around the forms of people who are not signed in, with a choice of language under it. */
export function AuthCard({ title, signedIn, children }: AuthCardProps) {
  return (
    <FullPage>
      <div className="w-full max-w-[360px]">
        <Logo className="mx-auto mb-5 size-11 rounded-bubble" />
        <h1 className="mb-6 text-center text-xl leading-7 font-semibold tracking-tight text-balance">
          {title}
        </h1>
        <div className="rounded-bubble border bg-surface p-6">{children}</div>
        {!signedIn && (
          <div className="mt-4">
            <LanguageChoice />
          </div>
        )}
      </div>
    </FullPage>
  )
}
