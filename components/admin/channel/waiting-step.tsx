'use client'

import Link from 'next/link'
import { Loaded } from '@/components/ui/feedback/loaded'
import { useChannel } from '@/lib/client/channel/channel-admin'
import { FirstEvent } from './first-event'
import { WebhookAddress } from './webhook-address'

/** Step 3: the address to put in at Stella, and the wait for what it sends there. */
export function WaitingStep({ channelId, more }: { channelId: string; more: string }) {
  const channel = useChannel(channelId)
  return (
    <Loaded query={channel} what="The channel">
      {(detail) => (
        <div className="flex max-w-2xl flex-col gap-4">
          <p>
            Put this address into the webhook settings of {detail.name} at Stella, and subscribe it
            to raw inbound, normalized inbound and outbound messages. Treat it as a secret.
          </p>
          <WebhookAddress url={detail.webhookUrl} />
          <FirstEvent channel={detail} />
          {!detail.firstEventId && (
            <p className="text-list text-muted">
              Then write to the channel from a phone. You may leave this page: what arrives is
              stored all the same.
            </p>
          )}
          <Link href={more} className="text-accent-ink underline underline-offset-2">
            To the channel
          </Link>
        </div>
      )}
    </Loaded>
  )
}
