import { CopyButton } from '@/components/inbox/member-panel/copy-button'
import type { LinkView } from '@/lib/domain/person'
import { toMoment } from '../date-words'

/** A one-time link, shown this once. */
export function LinkBox({ link, what }: { link: LinkView; what: string }) {
  return (
    <div className="flex flex-col gap-2">
      <p className="text-list">{what}</p>
      <div className="flex items-center gap-2 rounded-control border border-line-strong bg-sunken py-1 pr-1 pl-3">
        <input
          readOnly
          aria-label="One-time link"
          value={link.url}
          onFocus={(event) => event.currentTarget.select()}
          className="h-8 min-w-0 flex-1 truncate bg-transparent text-list outline-none"
        />
        <CopyButton text={link.url} what="link" />
      </div>
      <p className="text-meta text-muted">
        It works once, until {toMoment(link.expiresAt)}, and is not shown again.
      </p>
    </div>
  )
}
