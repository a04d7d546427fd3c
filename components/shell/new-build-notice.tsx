'use client'

import { useEffect, useRef } from 'react'
import { toast } from '@/lib/client/browser/toast'
import { watchBuild } from '@/lib/client/browser/watch-build'
import type { Translator } from '@/lib/i18n/translator'
import { useTranslator } from '@/lib/i18n/use-translator'

/** Loads the page anew when the server is of another build and nobody would notice; says so where the page stays busy. */
export function NewBuildNotice() {
  const { t } = useTranslator()
  const speak = useRef(t)
  useEffect(() => {
    speak.current = t
  }, [t])
  useEffect(() => watchBuild((reload) => showNewBuild(speak.current, reload)), [])
  return null
}

/** Says that there is a new version, with a button that takes it; it stays there. */
export function showNewBuild(t: Translator['t'], reload: () => void) {
  toast(t('shell.newBuild.text'), {
    id: 'new-build',
    duration: Number.POSITIVE_INFINITY,
    // Under the list, where it covers nothing that is read or written.
    position: matchMedia('(min-width: 768px)').matches ? 'bottom-left' : undefined,
    action: { label: t('shell.newBuild.reload'), onClick: reload },
  })
}
