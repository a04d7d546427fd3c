'use client'

import { Plus } from 'lucide-react'
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { EXTRAS, type ExtraKind } from './kinds'

interface ExtrasMenuProps {
  onOpen: (kind: ExtraKind) => void
  /** Why a kind can't be sent now. */
  reasonFor: (kind: ExtraKind) => string | undefined
}

/** What a reply can carry beside text. What the platform or the owner rule doesn't allow says why. */
export function ExtrasMenu({ onOpen, reasonFor }: ExtrasMenuProps) {
  return (
    <DropdownMenu
      side="top"
      align="start"
      trigger={
        <IconButton label="Add to the reply">
          <Plus aria-hidden className="size-4" />
        </IconButton>
      }
    >
      <div className="max-w-72">
        {EXTRAS.map(({ kind, label, icon: Icon }) => (
          <MenuItem
            key={kind}
            icon={<Icon aria-hidden />}
            disabledReason={reasonFor(kind)}
            onSelect={() => onOpen(kind)}
          >
            {label}
          </MenuItem>
        ))}
      </div>
    </DropdownMenu>
  )
}
