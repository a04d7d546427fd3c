import type { Attachment } from '@/lib/client/reply/attachments/attachment'
import { toSize } from '@/lib/domain/measures'
import { useTranslator } from '@/lib/i18n/use-translator'

/** Name and size of a file, how much of it has left, or why it can't. */
export function AttachmentState({ file }: { file: Attachment }) {
  const { say } = useTranslator()
  const percent = Math.round(file.progress * 100)
  return (
    <>
      <p className="flex min-w-0 items-baseline gap-2 text-list">
        <bdi className="truncate font-medium">{file.name}</bdi>
        <span className="shrink-0 text-meta text-muted tabular-nums">{toSize(file.size)}</span>
      </p>
      {file.state === 'uploading' && (
        <div
          role="progressbar"
          aria-label={`Upload of ${file.name}`}
          aria-valuenow={percent}
          className="mt-1 h-1 overflow-hidden rounded-full bg-line"
        >
          <div style={{ width: `${percent}%` }} className="h-full bg-accent transition-[width]" />
        </div>
      )}
      {file.reason && file.state !== 'ready' && (
        <p
          role={file.state === 'refused' ? 'alert' : 'status'}
          className={`text-meta ${file.state === 'refused' ? 'text-bad' : 'text-wait'}`}
        >
          {say(file.reason)}
        </p>
      )}
    </>
  )
}
