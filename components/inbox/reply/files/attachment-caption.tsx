'use client'

import type { KeyboardEvent } from 'react'
import { type Attachment, toSentKind } from '@/lib/client/reply/attachments/attachment'
import type { Tray } from '@/lib/client/reply/attachments/tray'
import type { Platform } from '@/lib/domain/channel/channel'
import { carriesCaption } from '@/lib/domain/media/file-limits'
import { toStep } from './caption-keys'

interface AttachmentCaptionProps {
  file: Attachment
  tray: Tray
  platform: Platform
}

/** The words of one file. Alt with an arrow moves the file while they are written. */
export function AttachmentCaption({ file, tray, platform }: AttachmentCaptionProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = toStep(event)
    if (step === undefined) return
    event.preventDefault()
    tray.move(file.id, step)
  }
  const kind = file.upload && toSentKind(file.upload.kind)
  const follows = kind && !carriesCaption(platform, kind)
  return (
    <input
      aria-label={`Caption of ${file.name}`}
      placeholder={follows ? 'Words to follow it' : 'Caption'}
      title={follows ? 'The platform carries no caption here: it follows as its own message.' : ''}
      value={file.caption}
      maxLength={1000}
      dir="auto"
      onChange={(event) => tray.caption(file.id, event.currentTarget.value)}
      onKeyDown={onKeyDown}
      className="mt-1 h-8 w-full rounded-control border bg-surface px-2 text-list outline-none focus-visible:border-accent max-md:h-11 max-md:text-base"
    />
  )
}
