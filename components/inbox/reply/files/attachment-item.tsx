'use client'

import { ArrowDown, ArrowUp, GripVertical, X } from 'lucide-react'
import type { DragEvent } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import type { Attachment } from '@/lib/client/reply/attachments/attachment'
import type { Tray } from '@/lib/client/reply/attachments/tray'
import type { Platform } from '@/lib/domain/channel/channel'
import { useTranslator } from '@/lib/i18n/use-translator'
import { AttachmentCaption } from './attachment-caption'
import { AttachmentPreview } from './attachment-preview'
import { AttachmentState } from './attachment-state'

interface AttachmentItemProps {
  file: Attachment
  tray: Tray
  platform: Platform
  first: boolean
  last: boolean
  held: boolean
  /** The pointer took it, or let go. */
  onHold: (id: string | undefined) => void
  /** Another file is being dragged over this one. */
  onPass: () => void
}

/** One file to send: how far it is, its caption, its place among the others. */
export function AttachmentItem(props: AttachmentItemProps) {
  const { file, tray, first, last, held, onHold, onPass } = props
  const { t } = useTranslator()
  const drag = {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move'
      onHold(file.id)
    },
    onDragEnd: () => onHold(undefined),
  }
  return (
    <li
      onDragEnter={onPass}
      className={`flex items-center gap-2 rounded-control bg-sunken p-1.5 max-md:flex-wrap ${held ? 'opacity-55' : ''}`}
    >
      {(!first || !last) && (
        <span
          {...drag}
          aria-hidden
          className="cursor-grab text-faint max-md:hidden pointer-coarse:hidden"
        >
          <GripVertical className="size-4" />
        </span>
      )}
      <AttachmentPreview file={file} />
      <div className="min-w-0 flex-1 max-md:basis-3/5">
        <AttachmentState file={file} />
        {file.state !== 'refused' && (
          <AttachmentCaption file={file} tray={tray} platform={props.platform} />
        )}
        {file.shrinkTo && (
          <Button size="sm" onClick={() => tray.shrink(file.id)} className="mt-1">
            {t('composer.files.shrink')}
          </Button>
        )}
      </div>
      <AttachmentButtons file={file} tray={tray} first={first} last={last} />
    </li>
  )
}

/** Up and down where there are others, and away. */
function AttachmentButtons({
  file,
  tray,
  first,
  last,
}: Pick<AttachmentItemProps, 'file' | 'tray' | 'first' | 'last'>) {
  const { t } = useTranslator()
  const { name } = file
  return (
    <div className="flex max-md:ml-auto">
      {(!first || !last) && (
        <>
          <IconButton
            label={t('composer.files.moveUp', { name })}
            disabledReason={first ? t('composer.files.isFirst') : undefined}
            onClick={() => tray.move(file.id, -1)}
          >
            <ArrowUp className="size-4" />
          </IconButton>
          <IconButton
            label={t('composer.files.moveDown', { name })}
            disabledReason={last ? t('composer.files.isLast') : undefined}
            onClick={() => tray.move(file.id, 1)}
          >
            <ArrowDown className="size-4" />
          </IconButton>
        </>
      )}
      <IconButton
        label={
          file.state === 'uploading'
            ? t('composer.files.cancel', { name })
            : t('composer.files.remove', { name })
        }
        onClick={() => tray.remove(file.id)}
      >
        <X className="size-4" />
      </IconButton>
    </div>
  )
}
