'use client'

import { useQuery } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog/dialog'
import { Notice } from '@/components/ui/feedback/notice'
import { Skeleton } from '@/components/ui/feedback/skeleton'
import { failureOf, request } from '@/lib/client/api'
import { useTranslator } from '@/lib/i18n/use-translator'
import { paths } from '@/lib/paths'
import type { MessageView } from '@/lib/view/message-view'
import type { HopView, PassportView } from '@/lib/view/passport-view'
import { PassportHop } from './passport-hop'

interface PassportDialogProps {
  message: MessageView
  /** Opens with the bytes unfolded. */
  raw: boolean
  onClose: () => void
}

/** How a message came here: every step with its time, its source and the bytes that carried it. */
export function PassportDialog({ message, raw, onClose }: PassportDialogProps) {
  const { t, say } = useTranslator()
  const address = paths.api.passport(message.conversationId, message.id)
  const { data, error, refetch } = useQuery({
    queryKey: [address],
    queryFn: ({ signal }) => request<PassportView>(address, { signal }),
    // Receipts and echoes keep adding steps.
    staleTime: 0,
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={raw ? t('message.passport.rawTitle') : t('message.passport.title')}
      description={t('message.passport.text')}
      className="max-w-2xl"
    >
      <div className="thin-scroll overflow-auto px-5 py-4">
        {error && !data ? (
          <Notice
            urgent
            title={t('message.passport.failed')}
            action={<Button onClick={() => refetch()}>{t('common.retry')}</Button>}
          >
            {say(failureOf(error))}
          </Notice>
        ) : data ? (
          <>
            {data.withheld && <p className="mb-4 text-list text-muted">{say(data.withheld)}</p>}
            <Hops hops={data.hops} raw={raw} />
          </>
        ) : (
          <div className="space-y-3">
            <Skeleton className="w-1/2" />
            <Skeleton className="w-3/4" />
            <Skeleton className="w-2/3" />
          </div>
        )}
      </div>
    </Dialog>
  )
}

function Hops({ hops, raw }: { hops: HopView[]; raw: boolean }) {
  const { t } = useTranslator()
  if (hops.length === 0) return <p className="text-muted">{t('message.passport.none')}</p>
  return (
    <ol className="border-l pl-4">
      {hops
        .map((hop, place) => ({ hop, key: `${place} ${hop.at}` }))
        .map(({ hop, key }) => (
          <PassportHop key={key} hop={hop} open={raw} />
        ))}
    </ol>
  )
}
