import type { ReactNode } from 'react'
import { pageReader } from '@/lib/auth/page-reader'
import { messagesFor } from '@/lib/i18n/catalogues'
import { AUTH_ROOMS } from '@/lib/i18n/rooms'
import { I18nProvider } from '@/lib/i18n/use-translator'

/** Gives the pages around signing in their words. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  const { locale, timeZone } = await pageReader()
  return (
    <I18nProvider locale={locale} timeZone={timeZone} messages={messagesFor(locale, AUTH_ROOMS)}>
      {children}
    </I18nProvider>
  )
}
