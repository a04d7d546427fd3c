'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { SectionActions } from '@/components/shell/section-actions'
import { useAction } from '@/lib/client/browser/actions'
import type { Theme } from '@/lib/client/browser/preferences'
import { useConversationList } from '@/lib/client/conversation/conversations'
import { goTo, type InboxLocation } from '@/lib/client/conversation/location'
import { useUndoOffer } from '@/lib/client/reply/undo'
import { paths } from '@/lib/paths'
import { useLeave } from '../sign-out'
import { useThemeActions } from '../theme-actions'
import { CommandPalette } from './command-palette'
import { KeySheet } from './key-sheet'

interface ShellActionsProps {
  location: InboxLocation
  onTheme: (theme: Theme) => void
  keysOpen: boolean
  onKeysOpen: (open: boolean) => void
}

/** What can be done from anywhere in the inbox, with the palette and the sheet that list it. */
export function ShellActions({ location, onTheme, keysOpen, onKeysOpen }: ShellActionsProps) {
  const [paletteOpen, setPaletteOpen] = useState(false)
  const { conversations } = useConversationList({ ...location })
  const leave = useLeave()
  useGoActions(location)
  useThemeActions(onTheme)
  useAction({
    id: 'palette',
    label: 'Find a command',
    keys: 'Mod+K',
    section: 'Help',
    run: () => setPaletteOpen(true),
  })
  useAction({
    id: 'keys',
    label: 'Show all keys',
    keys: '?',
    section: 'Help',
    run: () => onKeysOpen(true),
  })
  useOutboxAction()
  useAction({ id: 'sign-out', label: 'Sign out', section: 'Account', run: leave })

  return (
    <>
      <SectionActions />
      <UndoAction />
      <CommandPalette
        open={paletteOpen}
        onOpenChange={setPaletteOpen}
        conversations={conversations}
        onOpenConversation={(id) => goTo({ ...location, conversationId: id })}
      />
      <KeySheet open={keysOpen} onOpenChange={onKeysOpen} />
    </>
  )
}

/** Only while there is something to undo. */
function UndoAction() {
  const offer = useUndoOffer()
  return offer ? <OfferedUndo undo={offer.undo} /> : null
}

function OfferedUndo({ undo }: { undo: () => void }) {
  useAction({
    id: 'undo',
    label: 'Undo what was just done',
    keys: 'z',
    section: 'Conversation',
    run: undo,
  })
  return null
}

function useGoActions(location: InboxLocation) {
  const section = 'Go to'
  const go = (view: InboxLocation['view']) => () => goTo({ ...location, view, q: undefined })
  useAction({ id: 'go-mine', label: 'Mine', keys: 'g i', section, run: go('mine') })
  useAction({ id: 'go-waiting', label: 'Waiting', keys: 'g u', section, run: go('waiting') })
  useAction({ id: 'go-bot', label: 'Bot', keys: 'g b', section, run: go('bot') })
  useAction({ id: 'go-all', label: 'All', keys: 'g a', section, run: go('all') })
}

function useOutboxAction() {
  const router = useRouter()
  useAction({
    // The same command as the admin section's, with a key.
    id: `go-${paths.outbox}`,
    label: 'Outbox',
    keys: 'g o',
    section: 'Go to',
    run: () => router.push(paths.outbox),
  })
}
