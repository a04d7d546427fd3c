'use client'

import { MailPlus } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { useInvites, useWithdrawInvite } from '@/lib/client/people/people'
import { useViewer } from '@/lib/client/people/use-viewer'
import { forbiddenBecause } from '@/lib/domain/permissions'
import { type Reason, reason } from '@/lib/i18n/reason'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { InviteView } from '@/lib/view/people-view'
import { roleName } from './person-words'

/** Invites that nobody has taken yet; nothing where there is none. */
export function InviteList() {
  const { t, say } = useTranslator()
  const { data } = useInvites()
  const withdraw = useWithdrawInvite()
  const forbidden = forbiddenBecause(useViewer(), 'manage-people')
  if (!data || data.items.length === 0) return null
  return (
    <section aria-label={t('people.invite.open')} className="mt-6">
      <h2 className="mb-2 text-meta font-semibold text-muted">{t('people.invite.open')}</h2>
      <ul className="divide-y rounded-bubble border bg-surface">
        {data.items.map((invite) => (
          <li key={invite.id} className="flex min-h-14 items-center gap-3 px-4 py-2.5 max-md:px-3">
            <MailPlus aria-hidden className="size-4 shrink-0 text-muted" />
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium">{invite.email}</p>
              <p className="text-meta text-muted">{say(lineOf(invite))}</p>
            </div>
            <Button
              disabledReason={forbidden && say(forbidden)}
              onClick={() => withdraw.mutate(invite.id)}
            >
              {t('people.invite.withdraw')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** As what somebody is invited, by whom where that is known, and until when. */
function lineOf({ role, madeBy, expiresAt }: InviteView): Reason {
  const line = { role: roleName(role), until: { at: Date.parse(expiresAt) } }
  return madeBy
    ? reason('people.invite.lineBy', { ...line, by: madeBy })
    : reason('people.invite.line', line)
}
