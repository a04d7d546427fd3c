'use client'

import { Ban, KeyRound, LogOut, MoreHorizontal, RotateCcw, UserCog } from 'lucide-react'
import { toast } from 'sonner'
import { DropdownMenu, MenuItem, MenuSeparator } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { useChangePerson, useSignOutPerson } from '@/lib/client/people/people'
import { useViewer } from '@/lib/client/people/use-viewer'
import { changeBlockedBecause, forbiddenBecause } from '@/lib/domain/permissions'
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
        toast(
          `${person.name} was signed out of ${ended === 1 ? '1 browser' : `${ended} browsers`}.`,
        ),
    })
  return (
    <DropdownMenu
      trigger={
        <IconButton label={`More about ${person.name}`}>
          <MoreHorizontal aria-hidden className="size-4" />
        </IconButton>
      }
    >
      <MenuItem icon={<UserCog aria-hidden />} disabledReason={forbidden} onSelect={onChange}>
        Role and channels…
      </MenuItem>
      <MenuItem
        icon={<KeyRound aria-hidden />}
        disabledReason={forbidden ?? (person.disabled ? 'The account is disabled.' : undefined)}
        onSelect={onPasswordLink}
      >
        Link for a new password…
      </MenuItem>
      <MenuItem icon={<LogOut aria-hidden />} disabledReason={forbidden} onSelect={end}>
        Sign out everywhere
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        icon={person.disabled ? <RotateCcw aria-hidden /> : <Ban aria-hidden />}
        danger={!person.disabled}
        disabledReason={blocked}
        onSelect={() => change.mutate({ ...person, disabled })}
      >
        {person.disabled ? 'Enable the account' : 'Disable the account'}
      </MenuItem>
    </DropdownMenu>
  )
}
