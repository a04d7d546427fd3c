import '@fontsource-variable/inter'
import './globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { pageReader, pageTranslator } from '@/lib/auth/page-reader'
import { toPreferences } from '@/lib/client/browser/preferences'
import { messagesFor } from '@/lib/i18n/catalogues'
import { languageOf } from '@/lib/i18n/locale'
import { ROOT_ROOMS } from '@/lib/i18n/rooms'
import { I18nProvider } from '@/lib/i18n/use-translator'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTranslator()
  return {
    title: { default: 'stella-inbox', template: '%s · stella-inbox' },
    description: t('shell.description'),
    robots: { index: false },
    icons: { icon: '/favicon.svg' },
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  // The composer stays above the keyboard of a phone.
  interactiveWidget: 'resizes-content',
  viewportFit: 'cover',
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const jar = await cookies()
  const { theme } = toPreferences((name) => jar.get(name)?.value)
  const { locale, timeZone } = await pageReader()
  return (
    // The theme is drawn by the server, so that a dark screen never flashes white.
    <html
      lang={languageOf(locale)}
      dir="ltr"
      data-theme={theme === 'system' ? undefined : theme}
      suppressHydrationWarning
    >
      <body>
        <I18nProvider
          locale={locale}
          timeZone={timeZone}
          messages={messagesFor(locale, ROOT_ROOMS)}
        >
          {children}
        </I18nProvider>
      </body>
    </html>
  )
}
