'use client'

import { useEffect, useRef } from 'react'
import { whenIdle } from '@/lib/client/browser/parts'
import { toast } from '@/lib/client/browser/toast'
import type { Translator } from '@/lib/i18n/translator'
import { useTranslator } from '@/lib/i18n/use-translator'

/** Loads the page anew when the server is of another build and nobody would notice; says so where the page stays busy. */
export function NewBuildNotice() {
  const { t } = useTranslator()
  const speak = useRef(t)
  useEffect(() => {
    speak.current = t
  }, [t])
  // Not a part of the first load: nothing is told in the first seconds of a page.
  useEffect(() => {
    let stop: (() => void) | undefined
    let isGone = false
    const watch = async () => {
      const { watchBuild } = await import('@/lib/client/browser/watch-build')
      if (!isGone) stop = watchBuild((reload) => showNewBuild(speak.current, reload))
    }
    // Without the network in that moment the page stays unwatched; the next one is watched.
    const forget = whenIdle(() => watch().catch(() => undefined))
    return () => {
      isGone = true
      forget()
      stop?.()
    }
  }, [])
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
