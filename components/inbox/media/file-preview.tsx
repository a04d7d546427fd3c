'use client'

import { useQuery } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog/dialog'
import { Notice } from '@/components/ui/feedback/notice'
import { Skeleton } from '@/components/ui/feedback/skeleton'
import { openPdf, readTextFile } from '@/lib/client/media/file-content'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { MediaView } from '@/lib/view/media-view'
import { previewOf } from './file-preview-kind'
import { PdfPage } from './pdf-page'

const PAGES_MAX = 50

/** A document in a pane above the thread. A PDF is drawn, never run: no script, form or link of it does anything. */
export function FilePreview({ media, onClose }: { media: MediaView; onClose: () => void }) {
  const { t } = useTranslator()
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={media.name ?? t('media.file.untitled')}
      className="top-[4dvh] max-h-[92dvh] max-w-3xl"
    >
      <div className="thin-scroll min-h-64 overflow-y-auto bg-sunken p-4">
        {previewOf(media) === 'pdf' ? <Pdf media={media} /> : <Text media={media} />}
      </div>
    </Dialog>
  )
}

function Pdf({ media }: { media: MediaView }) {
  const { t } = useTranslator()
  const { data, error, refetch } = useQuery({
    queryKey: [media.url, 'pdf'],
    queryFn: () => openPdf(media.url),
    // The worker's memory is worth more than a second look.
    gcTime: 0,
    retry: false,
  })
  if (error) return <Unreadable onRetry={refetch} />
  if (!data) return <Skeleton className="mx-auto aspect-[1/1.4] w-full" />
  const pages = Array.from({ length: Math.min(PAGES_MAX, data.numPages) }, (_, at) => at + 1)
  return (
    <div className="space-y-3">
      {pages.map((page) => (
        <PdfPage key={page} document={data} number={page} />
      ))}
      {data.numPages > PAGES_MAX && (
        <p className="text-center text-list text-muted">
          {t('media.file.firstPages', { shown: PAGES_MAX, total: data.numPages })}
        </p>
      )}
    </div>
  )
}

function Text({ media }: { media: MediaView }) {
  const { data, error, refetch } = useQuery({
    queryKey: [media.url, 'text'],
    queryFn: () => readTextFile(media.url),
  })
  if (error) return <Unreadable onRetry={refetch} />
  return (
    <pre dir="auto" className="whitespace-pre-wrap text-list [overflow-wrap:anywhere]">
      {data}
    </pre>
  )
}

function Unreadable({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslator()
  return (
    <Notice
      urgent
      title={t('media.file.notShown')}
      action={<Button onClick={onRetry}>{t('common.retry')}</Button>}
    >
      {t('media.file.notShownText')}
    </Notice>
  )
}
