'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { DeferredKeySheet, DeferredPalette } from '@/components/shell/keys/opened-by-key'
import { useLeave } from '@/components/shell/sign-out'
import { useThemeActions } from '@/components/shell/theme-actions'
import { useAction } from '@/lib/client/browser/actions'
import type { Theme } from '@/lib/client/browser/preferences'
import { leaveOrAsk } from '@/lib/client/browser/unsaved'
import { useTranslator } from '@/lib/i18n/use-translator'
import { paths } from '@/lib/paths'

interface AdminPaletteProps {
  onTheme: (theme: Theme) => void
  keysOpen: boolean
  onKeysOpen: (open: boolean) => void
}

/** What can be done from anywhere on the admin side, with the palette and the sheet that list it. */
export function AdminPalette({ onTheme, keysOpen, onKeysOpen }: AdminPaletteProps) {
  const { t } = useTranslator()
  const [open, setOpen] = useState(false)
  const router = useRouter()
  const leave = useLeave()
  useThemeActions(onTheme)
  useAction({
    id: 'palette',
    label: t('channelAdmin.shell.commands'),
    keys: 'Mod+K',
    section: 'help',
    run: () => setOpen(true),
  })
  useAction({
    id: 'keys',
    label: t('channelAdmin.shell.shortcuts'),
    keys: '?',
    section: 'help',
    run: () => onKeysOpen(true),
  })
  useAction({
    id: 'go-inbox',
    label: t('channelAdmin.shell.inbox'),
    keys: 'g i',
    section: 'go',
    run: () => leaveOrAsk(() => router.push(paths.inbox())),
  })
  useAction({
    id: 'sign-out',
    label: t('channelAdmin.shell.signOut'),
    section: 'account',
    run: leave,
  })
  return (
    <>
      {open && <DeferredPalette open onOpenChange={setOpen} />}
      {keysOpen && <DeferredKeySheet open onOpenChange={onKeysOpen} />}
    </>
  )
}
