'use client'

import { Ban, KeyRound, LogOut, MoreHorizontal, RotateCcw, UserCog } from 'lucide-react'
import { DropdownMenu, MenuItem, MenuSeparator } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { toast } from '@/lib/client/browser/toast'
import { useChangePerson, useSignOutPerson } from '@/lib/client/people/people'
import { useViewer } from '@/lib/client/people/use-viewer'
import { changeBlockedBecause, forbiddenBecause } from '@/lib/domain/permissions'
import { type Reason, reason } from '@/lib/i18n/reason'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { PersonView } from '@/lib/view/people-view'

interface PersonMenuProps {
  person: PersonView
  /** Admins who can sign in, but for this one. */
  otherAdmins: number
  onChange: () => void
  onPasswordLink: () => void
}

/** What can be done about somebody. What can't says why. */
export function PersonMenu({ person, otherAdmins, onChange, onPasswordLink }: PersonMenuProps) {
  const { t, say } = useTranslator()
  const why = (reason: Reason | undefined) => reason && say(reason)
  const viewer = useViewer()
  const change = useChangePerson()
  const signOut = useSignOutPerson()
  const forbidden = forbiddenBecause(viewer, 'manage-people')
  const disabled = !person.disabled
  const blocked =
    forbidden ??
    changeBlockedBecause(viewer.id, person, { role: person.role, disabled }, otherAdmins)
  const end = () =>
    signOut.mutate(person.id, {
      onSuccess: ({ ended }) =>
        toast(t('people.menu.signedOut', { name: person.name, count: ended })),
    })
  return (
    <DropdownMenu
      trigger={
        <IconButton label={t('people.menu.label', { name: person.name })}>
          <MoreHorizontal aria-hidden className="size-4" />
        </IconButton>
      }
    >
      <MenuItem icon={<UserCog aria-hidden />} disabledReason={why(forbidden)} onSelect={onChange}>
        {t('people.menu.access')}
      </MenuItem>
      <MenuItem
        icon={<KeyRound aria-hidden />}
        disabledReason={why(forbidden ?? noLinkBecause(person))}
        onSelect={onPasswordLink}
      >
        {t('people.menu.passwordLink')}
      </MenuItem>
      <MenuItem icon={<LogOut aria-hidden />} disabledReason={why(forbidden)} onSelect={end}>
        {t('people.menu.signOut')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        icon={person.disabled ? <RotateCcw aria-hidden /> : <Ban aria-hidden />}
        danger={!person.disabled}
        disabledReason={why(blocked)}
        onSelect={() => change.mutate({ ...person, disabled })}
      >
        {t(person.disabled ? 'people.menu.enable' : 'people.menu.disable')}
      </MenuItem>
    </DropdownMenu>
  )
}

function noLinkBecause({ disabled }: PersonView): Reason | undefined {
  return disabled ? reason('people.menu.accountDisabled') : undefined
}
