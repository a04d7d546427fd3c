'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Toaster } from '@/components/ui/feedback/toaster'
import { ActionsProvider } from '@/lib/client/browser/actions'
import { setPageBuild } from '@/lib/client/browser/page-build'
import { fetchPartsWhenIdle } from '@/lib/client/browser/parts'
import { toastProblem } from '@/lib/client/browser/toast'
import { LiveProvider } from '@/lib/client/live/live'
import { ViewerProvider } from '@/lib/client/people/use-viewer'
import { createQueryClient } from '@/lib/client/query-client'
import type { Viewer } from '@/lib/domain/people/viewer'
import type { LoadedMessages } from '@/lib/i18n/compiled'
import type { Locale } from '@/lib/i18n/locale'
import { I18nProvider, useTranslator } from '@/lib/i18n/use-translator'
import { NewBuildNotice } from './new-build-notice'
import { SignOutProvider } from './sign-out'

interface ProvidersProps {
  viewer: Viewer
  locale: Locale
  /** The rooms that these screens speak from. */
  messages: LoadedMessages
  initialFeed: number
  /** The build that drew this page. */
  build: string | undefined
  children: ReactNode
}

/** What every screen of a signed-in person stands on. */
export function Providers({
  viewer,
  locale,
  messages,
  initialFeed,
  build,
  children,
}: ProvidersProps) {
  setPageBuild(build)
  useEffect(fetchPartsWhenIdle, [])
  return (
    <I18nProvider locale={locale} timeZone={viewer.settings.timeZone} messages={messages}>
      <StoreProvider>
        <ViewerProvider viewer={viewer}>
          <LiveProvider initialFeed={initialFeed}>
            <ActionsProvider>
              <SignOutProvider>{children}</SignOutProvider>
            </ActionsProvider>
          </LiveProvider>
        </ViewerProvider>
        <Toaster />
        <NewBuildNotice />
      </StoreProvider>
    </I18nProvider>
  )
}

/** The browser's one store, kept while the language changes. */
function StoreProvider({ children }: { children: ReactNode }) {
  const { say } = useTranslator()
  const speak = useRef(say)
  useEffect(() => {
    speak.current = say
  }, [say])
  const [client] = useState(() => createQueryClient((said) => toastProblem(speak.current(said))))
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}
