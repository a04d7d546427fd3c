'use client'

import { Tooltip as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { StandIn } from './stand-in'

export type Side = 'top' | 'right' | 'bottom' | 'left'

export interface TooltipBubbleProps {
  id: string
  /** What it is about. */
  target: HTMLElement
  side: Side
  onClose: () => void
  children: ReactNode
}

/** The words of a tooltip, beside what they are about. The pointer may go over to them. */
export function TooltipBubble({ id, target, side, onClose, children }: TooltipBubbleProps) {
  return (
    <Radix.Provider>
      <Radix.Root open onOpenChange={(open) => open || onClose()}>
        <Radix.Trigger asChild>
          <StandIn element={target} />
        </Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            id={id}
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="animate-appear z-50 flex max-w-72 items-center gap-2 rounded-control bg-text px-2 py-1 text-meta text-bg shadow-float select-none"
          >
            {children}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  )
}
