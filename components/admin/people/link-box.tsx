import { AddressBox } from '@/components/admin/address-box'
import { toDateTime } from '@/components/shell/time/date-words'
import type { LinkView } from '@/lib/view/people-view'

/** A one-time link, shown this once. */
export function LinkBox({ link, what }: { link: LinkView; what: string }) {
  return (
    <div className="flex flex-col gap-2">
      <p className="text-list">{what}</p>
      <div>
        <AddressBox url={link.url} label="One-time link" what="link" who="Other people" />
      </div>
      <p className="text-meta text-muted">
        It works once, until {toDateTime(link.expiresAt)}, and is not shown again.
      </p>
    </div>
  )
}
