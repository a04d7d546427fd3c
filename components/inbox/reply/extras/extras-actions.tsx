'use client'

import { useAction } from '@/lib/client/browser/actions'
import { EXTRAS, type ExtraKind } from './kinds'

interface ExtrasActionsProps {
  onOpen: (kind: ExtraKind) => void
  reasonFor: (kind: ExtraKind) => string | undefined
}

/** The menu's entries in the palette. */
export function ExtrasActions(props: ExtrasActionsProps) {
  return EXTRAS.map((extra) => <ExtraAction key={extra.kind} {...props} {...extra} />)
}

function ExtraAction({
  kind,
  label,
  onOpen,
  reasonFor,
}: ExtrasActionsProps & { kind: ExtraKind; label: string }) {
  useAction({
    id: `send-${kind}`,
    label: `Send: ${label}`,
    section: 'conversation',
    disabledReason: reasonFor(kind),
    run: () => onOpen(kind),
  })
  return null
}
