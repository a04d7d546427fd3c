'use client'

import { createContext, type ReactNode, useContext, useEffect } from 'react'
import type { Viewer } from '@/lib/domain/people/viewer'
import { forgetUnowned, setPerson } from '../browser/own-storage'
import { watchPerson } from './person-tabs'

const ViewerContext = createContext<Viewer | undefined>(undefined)

/** Says who is signed in to everything below. */
export function ViewerProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  // Before anything below asks for what this browser keeps.
  setPerson(viewer.id)
  useEffect(() => {
    forgetUnowned()
    return watchPerson(viewer.id)
  }, [viewer.id])
  return <ViewerContext value={viewer}>{children}</ViewerContext>
}

/** The person who is signed in. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext)
  if (!viewer) throw new Error('useViewer needs a ViewerProvider above it.')
  return viewer
}
