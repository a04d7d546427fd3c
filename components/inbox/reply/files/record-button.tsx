'use client'

import { Mic } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import { useHydrated } from '@/components/ui/use-hydrated'
import { useAction } from '@/lib/client/browser/actions'
import { recordedType } from '@/lib/client/reply/attachments/record'
import { PLATFORM_NAMES, type Platform } from '@/lib/domain/channel/channel'
import { recordingType } from '@/lib/domain/media/file-limits'

/** Begins a voice message, or says why none can be recorded here. */
export function RecordButton({ platform, onStart }: { platform: Platform; onStart: () => void }) {
  const hydrated = useHydrated()
  const reason = hydrated ? unrecordableBecause(platform) : undefined
  useAction({
    id: 'record',
    label: 'Record a voice message',
    section: 'conversation',
    disabledReason: reason,
    run: onStart,
  })
  return (
    <IconButton label="Record a voice message" disabledReason={reason} onClick={onStart}>
      <Mic className="size-4" />
    </IconButton>
  )
}

function unrecordableBecause(platform: Platform): string | undefined {
  if (!recordedType()) return 'This browser can’t record.'
  if (!recordingType(platform)) return `${PLATFORM_NAMES[platform]} doesn’t take recordings.`
  return undefined
}
