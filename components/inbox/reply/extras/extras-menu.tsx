'use client'

import { Plus } from 'lucide-react'
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import type { Said } from '@/lib/i18n/reason'
import { useTranslator } from '@/lib/i18n/use-translator'
import { EXTRA_NAMES, EXTRAS, type ExtraKind } from './kinds'

interface ExtrasMenuProps {
  onOpen: (kind: ExtraKind) => void
  /** Why a kind can't be sent now. */
  reasonFor: (kind: ExtraKind) => Said | undefined
}

/** What a reply can carry beside text. What the platform or the owner rule doesn't allow says why. */
export function ExtrasMenu({ onOpen, reasonFor }: ExtrasMenuProps) {
  const { t, say } = useTranslator()
  const blockedFor = (kind: ExtraKind) => {
    const blocked = reasonFor(kind)
    return blocked && say(blocked)
  }
  return (
    <DropdownMenu
      side="top"
      align="start"
      trigger={
        <IconButton label={t('composer.extra.add')}>
          <Plus aria-hidden className="size-4" />
        </IconButton>
      }
    >
      <div className="max-w-72">
        {EXTRAS.map(({ kind, icon: Icon }) => (
          <MenuItem
            key={kind}
            icon={<Icon aria-hidden />}
            disabledReason={blockedFor(kind)}
            onSelect={() => onOpen(kind)}
          >
            {t(EXTRA_NAMES[kind])}
          </MenuItem>
        ))}
      </div>
    </DropdownMenu>
  )
}
