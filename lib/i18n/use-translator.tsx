'use client'

import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { LoadedMessages } from './compiled'
import type { Locale } from './locale'
import { messageAt } from './message-at'
import { createTranslator, type Translator } from './translator'

const TranslatorContext = createContext<Translator | undefined>(undefined)
const MessagesContext = createContext<LoadedMessages>({})

interface I18nProviderProps {
  locale: Locale
  /** What the person chose; absent: the browser's own. */
  timeZone?: string
  /** The rooms that everything below may speak from, beside those that what is around it was given. */
  messages: LoadedMessages
  children: ReactNode
}

/** Gives everything below its words. New messages, as after a change of language, are shown at once. */
export function I18nProvider({ locale, timeZone, messages, children }: I18nProviderProps) {
  const around = useContext(MessagesContext)
  const all = useMemo(() => ({ ...around, ...messages }), [around, messages])
  const translator = useMemo(
    () =>
      createTranslator({
        locale,
        timeZone: timeZone ?? browserTimeZone(),
        find: (key) => messageAt(all, key),
      }),
    [locale, all, timeZone],
  )
  return (
    <MessagesContext value={all}>
      <TranslatorContext value={translator}>{children}</TranslatorContext>
    </MessagesContext>
  )
}

/** Speaks to the person who looks at the screen. */
export function useTranslator(): Translator {
  const translator = useContext(TranslatorContext)
  if (!translator) throw new Error('useTranslator needs an I18nProvider above it.')
  return translator
}

/** The zone the browser lives in. On the server nobody knows it: there, times are shown once the page is drawn. */
function browserTimeZone(): string {
  if (typeof window === 'undefined') return 'UTC'
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}
