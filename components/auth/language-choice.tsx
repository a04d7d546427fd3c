'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ChoiceField } from '@/components/ui/form/choice-field'
import { rememberLocale } from '@/lib/client/browser/preferences'
import { LOCALE_NAMES, LOCALES, toLocale } from '@/lib/i18n/locale'
import { useTranslator } from '@/lib/i18n/use-translator'

/** In which language this browser shows the pages before the sign-in. What was typed into them stays. */
export function LanguageChoice() {
  const { t, locale } = useTranslator()
  const router = useRouter()
  const [chosen, setChosen] = useState<string>(locale)

  function choose(value: string) {
    setChosen(value)
    rememberLocale(toLocale(value))
    router.refresh()
  }

  return (
    <ChoiceField
      bare
      label={t('signIn.language')}
      value={chosen}
      choices={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
      onChoice={choose}
      className="mx-auto h-8 border-transparent bg-transparent text-list text-muted hover:border-line-strong"
    />
  )
}
