'use client'

import type { FormEvent } from 'react'
import { useTranslator } from '@/lib/i18n/use-translator'
import { Button } from '../button'
import { Dialog } from './dialog'

interface AskDialogProps {
  title: string
  /** What would happen, in a sentence or two. */
  children: string
  /** What the button that does it says. */
  action: string
  onDo: () => void
  onClose: () => void
}

/** Asks before something that somebody else would feel. Enter does it, Esc leaves all as it is. */
export function AskDialog({ title, children, action, onDo, onClose }: AskDialogProps) {
  const { t } = useTranslator()
  function submit(event: FormEvent) {
    event.preventDefault()
    onClose()
    onDo()
  }
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={title} className="max-w-md">
      <form onSubmit={submit} className="p-5">
        <p className="text-muted">{children}</p>
        <div className="mt-5 flex justify-end gap-2">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button autoFocus type="submit" variant="primary">
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
