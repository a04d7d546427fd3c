'use client'

import { useState } from 'react'
import { type Drafts, EMPTY_DRAFTS, type ExtraKind } from './kinds'

/** Which form is open, and what was begun in each: closing one loses nothing while the conversation is open. */
export function useExtras() {
  const [drafts, setDrafts] = useState<Drafts>(EMPTY_DRAFTS)
  const [open, setOpen] = useState<ExtraKind>()
  return {
    draft: open && drafts[open],
    open: setOpen,
    close: () => setOpen(undefined),
    change: (draft: Drafts[ExtraKind]) =>
      setDrafts((current) => ({ ...current, [draft.type]: draft })),
    /** What was sent is no draft any more. */
    clear: (kind: ExtraKind) =>
      setDrafts((current) => ({ ...current, [kind]: EMPTY_DRAFTS[kind] })),
    /** The server refused it: it opens as it was. */
    reopen(draft: Drafts[ExtraKind]) {
      setDrafts((current) => ({ ...current, [draft.type]: draft }))
      setOpen(draft.type)
    },
  }
}
