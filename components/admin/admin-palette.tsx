'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { CommandPalette } from '@/components/shell/keys/command-palette'
import { KeySheet } from '@/components/shell/keys/key-sheet'
import { useLeave } from '@/components/shell/sign-out'
import { useThemeActions } from '@/components/shell/theme-actions'
import { useAction } from '@/lib/client/browser/actions'
import type { Theme } from '@/lib/client/browser/preferences'
import { leaveOrAsk } from '@/lib/client/browser/unsaved'
import { paths } from '@/lib/paths'
import { SectionActions } from '../shell/section-actions'

interface AdminPaletteProps {
  onTheme: (theme: Theme) => void
  keysOpen: boolean
  onKeysOpen: (open: boolean) => void
}

/** What can be done from anywhere on the admin side, with the palette and the sheet that list it. */
export function AdminPalette({ onTheme, keysOpen, onKeysOpen }: AdminPaletteProps) {
  const [open, setOpen] = useState(false)
  const router = useRouter()
  const leave = useLeave()
  useThemeActions(onTheme)
  useAction({
    id: 'palette',
    label: 'Find a command',
    keys: 'Mod+K',
    section: 'help',
    run: () => setOpen(true),
  })
  useAction({
    id: 'keys',
    label: 'Show all keys',
    keys: '?',
    section: 'help',
    run: () => onKeysOpen(true),
  })
  useAction({
    id: 'go-inbox',
    label: 'Inbox',
    keys: 'g i',
    section: 'go',
    run: () => leaveOrAsk(() => router.push(paths.inbox())),
  })
  useAction({ id: 'sign-out', label: 'Sign out', section: 'account', run: leave })
  return (
    <>
      <SectionActions />
      <CommandPalette open={open} onOpenChange={setOpen} />
      <KeySheet open={keysOpen} onOpenChange={onKeysOpen} />
    </>
  )
}
