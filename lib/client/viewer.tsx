'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { Viewer } from '@/lib/domain/conversation'

const ViewerContext = createContext<Viewer | undefined>(undefined)

/** Says who is signed in to everything below. */
export function ViewerProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  return <ViewerContext value={viewer}>{children}</ViewerContext>
}

/** The person who is signed in. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext)
  if (!viewer) throw new Error('useViewer needs a ViewerProvider above it.')
  return viewer
}
