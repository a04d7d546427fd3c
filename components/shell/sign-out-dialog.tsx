'use client'

import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog/dialog'
import { useTranslator } from '@/lib/i18n/use-translator'

interface SignOutDialogProps {
  /** What would be lost. */
  words: string
  pending: boolean
  onLeave: () => void
  onStay: () => void
}

/** Asks before somebody signs out of a browser that holds what nobody else has. */
export function SignOutDialog({ words, pending, onLeave, onStay }: SignOutDialogProps) {
  const { t } = useTranslator()
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onStay()}
      title={t('shell.signOut.title')}
      description={words}
    >
      <div className="flex justify-end gap-2 p-5">
        <Button onClick={onStay}>{t('shell.signOut.stay')}</Button>
        <Button variant="danger" pending={pending} onClick={onLeave}>
          {t('shell.signOut.action')}
        </Button>
      </div>
    </Dialog>
  )
}
