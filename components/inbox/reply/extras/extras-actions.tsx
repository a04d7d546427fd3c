'use client'

import { useAction } from '@/lib/client/browser/actions'
import type { Key } from '@/lib/i18n/message-catalogue'
import type { Said } from '@/lib/i18n/reason'
import { useTranslator } from '@/lib/i18n/use-translator'
import { EXTRAS, type ExtraKind } from './kinds'

/** What each is called in the palette. */
const ACTION_NAMES = {
  template: 'composer.sendExtra.template',
  'quick-replies': 'composer.sendExtra.quickReplies',
  buttons: 'composer.sendExtra.buttons',
  list: 'composer.sendExtra.list',
  carousel: 'composer.sendExtra.carousel',
  location: 'composer.sendExtra.location',
  contacts: 'composer.sendExtra.contacts',
} as const satisfies Record<ExtraKind, Key>

interface ExtrasActionsProps {
  onOpen: (kind: ExtraKind) => void
  reasonFor: (kind: ExtraKind) => Said | undefined
}

/** The menu's entries in the palette. */
export function ExtrasActions(props: ExtrasActionsProps) {
  return EXTRAS.map(({ kind }) => <ExtraAction key={kind} {...props} kind={kind} />)
}

function ExtraAction({ kind, onOpen, reasonFor }: ExtrasActionsProps & { kind: ExtraKind }) {
  const { t, say } = useTranslator()
  const blocked = reasonFor(kind)
  useAction({
    id: `send-${kind}`,
    label: t(ACTION_NAMES[kind]),
    section: 'conversation',
    disabledReason: blocked && say(blocked),
    run: () => onOpen(kind),
  })
  return null
}
