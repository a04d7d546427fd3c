'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { hasLayer, leaveLayer, putLayer } from '@/components/ui/back-closes'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog/dialog'
import { leaveOrAsk, useIsUnsaved, useLeaving } from '@/lib/client/browser/unsaved'
import { useTranslator } from '@/lib/i18n/use-translator'

/** Asks before a page is left on which something is typed and not saved: by a link, by Back, or by closing the tab. */
export function LeaveGuard() {
  const { t } = useTranslator()
  const { isAsking, leave, stay } = useLeaving()
  const isUnsaved = useIsUnsaved()
  const isLeaving = useGuardedBack(isUnsaved)
  useGuardedLinks(isUnsaved)
  const go = () => {
    isLeaving.current = true
    leave()
  }
  const remain = () => {
    putLayer(LAYER)
    stay()
  }
  return (
    <Dialog
      open={isAsking}
      onOpenChange={(open) => open || remain()}
      title={t('shell.leave.title')}
      description={t('shell.leave.text')}
      className="max-w-sm"
    >
      <div className="flex justify-end gap-2 p-4">
        <Button variant="danger" onClick={go}>
          {t('shell.leave.leave')}
        </Button>
        <Button variant="primary" onClick={remain}>
          {t('shell.leave.stay')}
        </Button>
      </div>
    </Dialog>
  )
}

const LAYER = 'unsaved'

/** Back leads to an entry of the history of the same page, where there is still time to ask. */
function useGuardedBack(isUnsaved: boolean) {
  const isLeaving = useRef(false)
  useEffect(() => {
    if (!isUnsaved) return
    isLeaving.current = false
    putLayer(LAYER)
    const onPop = () => {
      if (!hasLayer(LAYER)) leaveOrAsk(() => window.history.back())
    }
    window.addEventListener('popstate', onPop)
    return () => {
      window.removeEventListener('popstate', onPop)
      // Saved: the entry has done its work. Who leaves is on the way elsewhere already.
      if (!isLeaving.current) leaveLayer(LAYER)
    }
  }, [isUnsaved])
  return isLeaving
}

function useGuardedLinks(isUnsaved: boolean) {
  const router = useRouter()
  useEffect(() => {
    if (!isUnsaved) return
    const onClick = (event: MouseEvent) => {
      const href = linkedPage(event)
      if (!href) return
      event.preventDefault()
      event.stopPropagation()
      leaveOrAsk(() => router.push(href))
    }
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    // Before the router hears of it.
    document.addEventListener('click', onClick, true)
    window.addEventListener('beforeunload', onUnload)
    return () => {
      document.removeEventListener('click', onClick, true)
      window.removeEventListener('beforeunload', onUnload)
    }
  }, [isUnsaved, router])
}

/** The page of ours that this click would lead to in this tab. */
function linkedPage(event: MouseEvent): string | undefined {
  const { target, button, ctrlKey, metaKey, shiftKey, altKey } = event
  if (button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return undefined
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null
  if (!link || link.target === '_blank' || link.hasAttribute('download')) return undefined
  if (link.origin !== window.location.origin) return undefined
  return link.pathname + link.search + link.hash
}
