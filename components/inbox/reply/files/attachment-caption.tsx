'use client'

import type { KeyboardEvent } from 'react'
import { type Attachment, toSentKind } from '@/lib/client/reply/attachments/attachment'
import type { Tray } from '@/lib/client/reply/attachments/tray'
import type { Platform } from '@/lib/domain/channel/channel'
import { carriesCaption } from '@/lib/domain/media/file-limits'
import { useTranslator } from '@/lib/i18n/use-translator'
import { toStep } from './caption-keys'

interface AttachmentCaptionProps {
  file: Attachment
  tray: Tray
  platform: Platform
}

/** The words of one file. Alt with an arrow moves the file while they are written. */
export function AttachmentCaption({ file, tray, platform }: AttachmentCaptionProps) {
  const { t } = useTranslator()
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
      aria-label={t('composer.files.caption', { name: file.name })}
      placeholder={follows ? t('composer.files.textAfter') : t('composer.files.captionHere')}
      title={follows ? t('composer.files.textAfterWhy') : ''}
      value={file.caption}
      maxLength={1000}
      dir="auto"
      onChange={(event) => tray.caption(file.id, event.currentTarget.value)}
      onKeyDown={onKeyDown}
      className="mt-1 h-8 w-full rounded-control border bg-surface px-2 text-list outline-none focus-visible:border-accent max-md:h-11 max-md:text-base"
    />
  )
}
