import { FileText } from 'lucide-react'
import type { Attachment } from '@/lib/client/reply/attachments/attachment'
import { useTranslator } from '@/lib/i18n/use-translator'

/** A small look at a file before it leaves; a recording can be listened to. */
export function AttachmentPreview({ file }: { file: Attachment }) {
  const { t } = useTranslator()
  const source = file.previewUrl ?? file.upload?.url
  if (source && file.type.startsWith('image/'))
    return (
      // biome-ignore lint/performance/noImgElement: a file of this browser
      <img
        src={source}
        alt=""
        className="size-12 shrink-0 rounded-control bg-surface object-cover"
      />
    )
  if (source && file.type.startsWith('audio/'))
    return (
      // biome-ignore lint/a11y/useMediaCaption: what an agent records comes without captions
      <audio
        controls
        src={source}
        aria-label={t('composer.files.play', { name: file.name })}
        className="h-10 w-56 max-w-full max-md:w-full"
      />
    )
  if (source && file.type.startsWith('video/'))
    return (
      // A browser that can’t read the video shows an empty place, as it is.
      <video
        muted
        preload="metadata"
        src={`${source}#t=0.1`}
        aria-hidden
        tabIndex={-1}
        className="size-12 shrink-0 rounded-control bg-surface object-cover"
      />
    )
  return (
    <span
      aria-hidden
      className="grid size-12 shrink-0 place-items-center rounded-control bg-surface text-muted"
    >
      <FileText className="size-5" />
    </span>
  )
}
