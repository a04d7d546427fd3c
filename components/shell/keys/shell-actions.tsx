'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useAction } from '@/lib/client/browser/actions'
import type { Theme } from '@/lib/client/browser/preferences'
import { useConversationList } from '@/lib/client/conversation/conversations'
import { goTo, type InboxLocation } from '@/lib/client/conversation/location'
import { useUndoOffer } from '@/lib/client/reply/undo'
import { useTranslator } from '@/lib/i18n/use-translator'
import { paths } from '@/lib/paths'
import { useLeave } from '../sign-out'
import { useThemeActions } from '../theme-actions'
import { DeferredKeySheet, DeferredPalette } from './opened-by-key'

interface ShellActionsProps {
  location: InboxLocation
  onTheme: (theme: Theme) => void
  keysOpen: boolean
  onKeysOpen: (open: boolean) => void
}

/** What can be done from anywhere in the inbox, with the palette and the sheet that list it. */
export function ShellActions({ location, onTheme, keysOpen, onKeysOpen }: ShellActionsProps) {
  const { t } = useTranslator()
  const [paletteOpen, setPaletteOpen] = useState(false)
  const { conversations } = useConversationList({ ...location })
  const leave = useLeave()
  useGoActions(location)
  useThemeActions(onTheme)
  useAction({
    id: 'palette',
    label: t('shell.command.find'),
    keys: 'Mod+K',
    section: 'help',
    run: () => setPaletteOpen(true),
  })
  useAction({
    id: 'keys',
    label: t('shell.command.keys'),
    keys: '?',
    section: 'help',
    run: () => onKeysOpen(true),
  })
  useOutboxAction()
  useAction({ id: 'sign-out', label: t('shell.signOut.command'), section: 'account', run: leave })

  return (
    <>
      <UndoAction />
      {paletteOpen && (
        <DeferredPalette
          open
          onOpenChange={setPaletteOpen}
          conversations={conversations}
          onOpenConversation={(id) => goTo({ ...location, conversationId: id })}
        />
      )}
      {keysOpen && <DeferredKeySheet open onOpenChange={onKeysOpen} />}
    </>
  )
}

/** Only while there is something to undo. */
function UndoAction() {
  const offer = useUndoOffer()
  return offer ? <OfferedUndo undo={offer.undo} /> : null
}

function OfferedUndo({ undo }: { undo: () => void }) {
  const { t } = useTranslator()
  useAction({
    id: 'undo',
    label: t('shell.command.undo'),
    keys: 'z',
    section: 'conversation',
    run: undo,
  })
  return null
}

function useGoActions(location: InboxLocation) {
  const { t } = useTranslator()
  const section = 'go'
  const go = (view: InboxLocation['view']) => () => goTo({ ...location, view, q: undefined })
  useAction({
    id: 'go-mine',
    label: t('shell.command.mine'),
    keys: 'g i',
    section,
    run: go('mine'),
  })
  useAction({
    id: 'go-waiting',
    label: t('shell.command.waiting'),
    keys: 'g u',
    section,
    run: go('waiting'),
  })
  useAction({ id: 'go-bot', label: t('shell.command.bot'), keys: 'g b', section, run: go('bot') })
  useAction({ id: 'go-all', label: t('shell.command.all'), keys: 'g a', section, run: go('all') })
}

function useOutboxAction() {
  const { t } = useTranslator()
  const router = useRouter()
  useAction({
    // The same command as the admin section's, with a key.
    id: `go-${paths.outbox}`,
    label: t('shell.command.outbox'),
    keys: 'g o',
    section: 'go',
    run: () => router.push(paths.outbox),
  })
}
