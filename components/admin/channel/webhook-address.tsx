import { AddressBox } from '@/components/admin/address-box'

/** The address that Stella's webhooks go to, to be copied. */
export function WebhookAddress({ url }: { url: string }) {
  return <AddressBox url={url} label="Webhook address" what="webhook address" who="Stella" />
}
