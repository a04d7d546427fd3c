import { CopyButton } from '@/components/inbox/member-panel/copy-button'

/** The address that Stella's webhooks go to, to be copied. */
export function WebhookAddress({ url }: { url: string }) {
  return (
    <div className="flex items-center gap-2 rounded-control border border-line-strong bg-sunken py-1 pr-1 pl-3">
      <input
        readOnly
        aria-label="Webhook address"
        value={url}
        onFocus={(event) => event.currentTarget.select()}
        className="h-8 min-w-0 flex-1 truncate bg-transparent text-list outline-none"
      />
      <CopyButton text={url} what="webhook address" />
    </div>
  )
}
