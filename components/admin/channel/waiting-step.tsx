'use client'

import Link from 'next/link'
import { Loaded } from '@/components/ui/feedback/loaded'
import { useChannel } from '@/lib/client/channel/channel-admin'
import { useTranslator } from '@/lib/i18n/use-translator'
import { FirstEvent } from './first-event'
import { WebhookAddress } from './webhook-address'

/** Step 3: the address to put in at Stella, and the wait for what it sends there. */
export function WaitingStep({ channelId, more }: { channelId: string; more: string }) {
  const { t } = useTranslator()
  const channel = useChannel(channelId)
  return (
    <Loaded query={channel} what={t('channelAdmin.page.loaded')}>
      {(detail) => (
        <div className="flex max-w-2xl flex-col gap-4">
          <p>{t('channelAdmin.connect.address', { name: detail.name })}</p>
          <WebhookAddress url={detail.webhookUrl} />
          <FirstEvent channel={detail} />
          {!detail.firstEventId && (
            <p className="text-list text-muted">{t('channelAdmin.connect.tryIt')}</p>
          )}
          <Link href={more} className="text-accent-ink underline underline-offset-2">
            {t('channelAdmin.connect.openChannel')}
          </Link>
        </div>
      )}
    </Loaded>
  )
}
