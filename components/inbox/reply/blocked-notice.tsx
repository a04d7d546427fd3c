import { LayoutTemplate } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import type { Said } from '@/lib/i18n/reason'
import { useTranslator } from '@/lib/i18n/use-translator'

interface BlockedNoticeProps {
  reason: Said
  /** Present where taking over would lift the block. */
  onTakeOver?: () => void
  /** Present where a template may go although nothing else may. */
  onTemplate?: () => void
  pending: boolean
}

/** Why an agent can't reply right now, with the way out right there. */
export function BlockedNotice({ reason, onTakeOver, onTemplate, pending }: BlockedNoticeProps) {
  const { t, say } = useTranslator()
  return (
    <div
      role="status"
      className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1.5 border-b px-3.5 py-1.5"
    >
      <p className="min-w-0 flex-1 basis-48 text-list text-muted">{say(reason)}</p>
      {onTakeOver && (
        <Button
          size="sm"
          variant="primary"
          pending={pending}
          onClick={onTakeOver}
          className="h-8 max-md:h-11"
        >
          {t('composer.box.takeOver')} <Kbd>T</Kbd>
        </Button>
      )}
      {onTemplate && (
        <Button size="sm" variant="primary" onClick={onTemplate} className="h-8 max-md:h-11">
          <LayoutTemplate aria-hidden className="size-4" />
          {t('composer.box.sendTemplate')}
        </Button>
      )}
    </div>
  )
}
