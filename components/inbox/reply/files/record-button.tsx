'use client'

import { Mic } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import { useHydrated } from '@/components/ui/use-hydrated'
import { useAction } from '@/lib/client/browser/actions'
import { recordedType } from '@/lib/client/reply/attachments/record'
import { PLATFORM_NAMES, type Platform } from '@/lib/domain/channel/channel'
import { recordingType } from '@/lib/domain/media/file-limits'
import { type Reason, reason } from '@/lib/i18n/reason'
import { useTranslator } from '@/lib/i18n/use-translator'

/** Begins a voice message, or says why none can be recorded here. */
export function RecordButton({ platform, onStart }: { platform: Platform; onStart: () => void }) {
  const { t, say } = useTranslator()
  const hydrated = useHydrated()
  const why = hydrated ? unrecordableBecause(platform) : undefined
  const blocked = why && say(why)
  useAction({
    id: 'record',
    label: t('composer.record.start'),
    section: 'conversation',
    disabledReason: blocked,
    run: onStart,
  })
  return (
    <IconButton label={t('composer.record.start')} disabledReason={blocked} onClick={onStart}>
      <Mic className="size-4" />
    </IconButton>
  )
}

/** Why nothing can be recorded here; undefined when it can. */
function unrecordableBecause(platform: Platform): Reason | undefined {
  if (!recordedType()) return reason('composer.record.notHere')
  if (!recordingType(platform))
    return reason('composer.record.notTaken', { platform: PLATFORM_NAMES[platform] })
  return undefined
}
