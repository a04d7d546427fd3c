'use client'

import { useState } from 'react'
import type { Attachment } from '@/lib/client/reply/attachments/attachment'
import type { Tray } from '@/lib/client/reply/attachments/tray'
import type { Platform } from '@/lib/domain/channel/channel'
import { useTranslator } from '@/lib/i18n/use-translator'
import { AttachmentItem } from './attachment-item'

interface AttachmentTrayProps {
  tray: Tray
  files: Attachment[]
  platform: Platform
}

/** The files that leave with the next reply, in their order. */
export function AttachmentTray({ tray, files, platform }: AttachmentTrayProps) {
  const { t } = useTranslator()
  const [heldId, setHeldId] = useState<string>()
  if (files.length === 0) return null
  const placeOf = (id: string) => files.findIndex((file) => file.id === id)
  return (
    <ul
      aria-label={t('composer.files.label')}
      className="thin-scroll flex max-h-[40dvh] flex-col gap-1 overflow-y-auto border-b p-2"
    >
      {files.map((file, place) => (
        <AttachmentItem
          key={file.id}
          file={file}
          tray={tray}
          platform={platform}
          first={place === 0}
          last={place === files.length - 1}
          held={heldId === file.id}
          onHold={setHeldId}
          onPass={() => heldId && tray.move(heldId, place - placeOf(heldId))}
        />
      ))}
    </ul>
  )
}
