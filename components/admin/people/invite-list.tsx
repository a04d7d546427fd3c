'use client'

import { MailPlus } from 'lucide-react'
import { toDateTime } from '@/components/shell/time/date-words'
import { Button } from '@/components/ui/button'
import { useInvites, useWithdrawInvite } from '@/lib/client/people/people'
import { useViewer } from '@/lib/client/people/use-viewer'
import { forbiddenBecause } from '@/lib/domain/permissions'
import { roleName } from './person-words'

/** Invites that nobody has taken yet; nothing where there is none. */
export function InviteList() {
  const { data } = useInvites()
  const withdraw = useWithdrawInvite()
  const forbidden = forbiddenBecause(useViewer(), 'manage-people')
  if (!data || data.items.length === 0) return null
  return (
    <section aria-label="Open invites" className="mt-6">
      <h2 className="mb-2 text-meta font-semibold text-muted">Open invites</h2>
      <ul className="divide-y rounded-bubble border bg-surface">
        {data.items.map((invite) => (
          <li key={invite.id} className="flex min-h-14 items-center gap-3 px-4 py-2.5 max-md:px-3">
            <MailPlus aria-hidden className="size-4 shrink-0 text-muted" />
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium">{invite.email}</p>
              <p className="text-meta text-muted">
                {roleName(invite.role)} · invited{invite.madeBy && ` by ${invite.madeBy}`} · until{' '}
                {toDateTime(invite.expiresAt)}
              </p>
            </div>
            <Button disabledReason={forbidden} onClick={() => withdraw.mutate(invite.id)}>
              Withdraw
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
