'use client'

import { AddressBox } from '@/components/admin/address-box'
import { useTranslator } from '@/lib/i18n/use-translator'

/** The address that Stella's webhooks go to, to be copied. */
export function WebhookAddress({ url }: { url: string }) {
  const { t } = useTranslator()
  return (
    <AddressBox
      url={url}
      label={t('channelAdmin.address.webhook')}
      what={t('channelAdmin.address.webhookToCopy')}
      who={t('channelAdmin.address.stella')}
    />
  )
}
