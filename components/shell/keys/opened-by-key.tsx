'use client'

import { deferred } from '@/components/ui/deferred/deferred'

/** The palette, whose code comes when it is opened. */
export const DeferredPalette = deferred(
  async () => (await import('./command-palette')).CommandPalette,
)

/** The sheet of keys, likewise. */
export const DeferredKeySheet = deferred(async () => (await import('./key-sheet')).KeySheet)
