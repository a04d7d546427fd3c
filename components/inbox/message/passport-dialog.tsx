'use client'

import { useQuery } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog/dialog'
import { Notice } from '@/components/ui/feedback/notice'
import { Skeleton } from '@/components/ui/feedback/skeleton'
import { request } from '@/lib/client/api'
import { paths } from '@/lib/paths'
import type { MessageView } from '@/lib/view/message-view'
import type { HopView, PassportView } from '@/lib/view/passport-view'
import { PassportHop } from './passport-hop'

interface PassportDialogProps {
  message: MessageView
  /** Opens with the bytes unfolded. */
  raw: boolean
  timeZone: string
  onClose: () => void
}

/** How a message came here: every step with its time, its source and the bytes that carried it. */
export function PassportDialog({ message, raw, timeZone, onClose }: PassportDialogProps) {
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
      title={raw ? 'Raw message' : 'Message info'}
      description="What the inbox knows about how this message came here."
      className="max-w-2xl"
    >
      <div className="thin-scroll overflow-auto px-5 py-4">
        {error && !data ? (
          <Notice
            urgent
            title="The history of this message can’t be shown"
            action={<Button onClick={() => refetch()}>Try again</Button>}
          >
            {error.message}
          </Notice>
        ) : data ? (
          <>
            {data.withheld && <p className="mb-4 text-list text-muted">{data.withheld}</p>}
            <Hops hops={data.hops} raw={raw} timeZone={timeZone} />
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

function Hops({ hops, raw, timeZone }: { hops: HopView[]; raw: boolean; timeZone: string }) {
  if (hops.length === 0) return <p className="text-muted">No step is recorded for this message.</p>
  return (
    <ol className="border-l pl-4">
      {hops
        .map((hop, place) => ({ hop, key: `${place} ${hop.at}` }))
        .map(({ hop, key }) => (
          <PassportHop key={key} hop={hop} open={raw} timeZone={timeZone} />
        ))}
    </ol>
  )
}
