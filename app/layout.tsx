import '@fontsource-variable/inter'
import './globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { toPreferences } from '@/lib/client/browser/preferences'

export const metadata: Metadata = {
  title: 'stella-inbox',
  description: 'Answer members whose chats run through the Stella chatbot platform.',
  robots: { index: false },
  icons: { icon: '/favicon.svg' },
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
  return (
    // The theme is drawn by the server, so that a dark screen never flashes white.
    <html lang="en" data-theme={theme === 'system' ? undefined : theme} suppressHydrationWarning>
      <body>{children}</body>
    </html>
  )
}
