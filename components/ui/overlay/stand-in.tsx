'use client'

import { type Ref, useImperativeHandle } from 'react'

/**
 * Stands where Radix wants the element that something opens from, and gives it one that was there before Radix was:
 * so the code that opens comes only when it is needed, and a button need not know what opens from it.
 */
export function StandIn({ element, ref }: { element: HTMLElement; ref?: Ref<HTMLElement> }) {
  useImperativeHandle(ref, () => element, [element])
  return null
}
