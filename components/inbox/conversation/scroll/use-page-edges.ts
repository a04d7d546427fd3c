'use client'

import { useState } from 'react'

/**
 * The ids that were ever the oldest on screen. They keep starting their group when older messages load above
 * them, so that what is being read does not change by a pixel.
 */
export function usePageEdges(oldestId: string | undefined): readonly string[] {
  const [edges, setEdges] = useState<readonly string[]>([])
  if (oldestId === undefined || edges.includes(oldestId)) return edges
  const next = [...edges, oldestId]
  setEdges(next)
  return next
}
