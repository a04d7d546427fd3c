'use client'

import {
  cloneElement,
  type DOMAttributes,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useState,
} from 'react'
import { deferred } from './deferred/deferred'
import type { Side, TooltipBubbleProps } from './overlay/tooltip-bubble'

const Bubble = deferred<TooltipBubbleProps>(
  async () => (await import('./overlay/tooltip-bubble')).TooltipBubble,
  // The words are the button's name too: without the bubble nothing is missing.
  { failed: () => null },
)

const DELAY_MS = 400
/** Once one was open, the next one opens at once. */
const NEXT_MS = 300

let lastOpen = Number.NEGATIVE_INFINITY
/** Closes the one that is open: there is one at a time. */
let closeOpen: (() => void) | undefined

type Handlers = DOMAttributes<HTMLElement>

interface TooltipProps {
  content: ReactNode
  side?: Side
  /** One element that can take the focus and hands on what it is given. */
  children: ReactElement<Handlers & { 'aria-describedby'?: string }>
}

/** A few words about what is under the pointer or in focus. Without content it is only its child. */
export function Tooltip({ content, side = 'top', children }: TooltipProps) {
  const id = useId()
  const { target, close, handlers } = useTarget(id)
  if (!content) return children
  const own = children.props
  const describedBy = [own['aria-describedby'], target && id].filter(Boolean).join(' ')
  return (
    <>
      {cloneElement(children, {
        ...both(own, handlers),
        'aria-describedby': describedBy || undefined,
      })}
      {target && (
        <Bubble id={id} target={target} side={side} onClose={close}>
          {content}
        </Bubble>
      )}
    </>
  )
}

/** What the tooltip is shown on: after a moment under the pointer, at once by the keyboard, until it is used or left. */
function useTarget(id: string) {
  const [target, setTarget] = useState<HTMLElement>()
  const [aim] = useState(() => toAim(id, setTarget))
  useEffect(() => aim.stop, [aim])
  return { target, close: aim.close, handlers: aim.handlers }
}

function toAim(id: string, setTarget: (target: HTMLElement | undefined) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isUnder = false
  let isPressed = false
  const stop = () => clearTimeout(timer)
  const close = () => {
    stop()
    if (closeOpen === close) {
      closeOpen = undefined
      lastOpen = Date.now()
    }
    setTarget(undefined)
  }
  const open = (element: HTMLElement) => {
    if (closeOpen !== close) closeOpen?.()
    closeOpen = close
    setTarget(element)
  }
  const handlers: Handlers = {
    onPointerMove({ pointerType, currentTarget }) {
      if (pointerType === 'touch' || isUnder) return
      isUnder = true
      Bubble.preload()
      stop()
      if (closeOpen || Date.now() - lastOpen < NEXT_MS) open(currentTarget)
      else timer = setTimeout(() => open(currentTarget), DELAY_MS)
    },
    onPointerLeave() {
      isUnder = false
      stop()
      // An open one closes by itself, unless the pointer goes over to it.
      if (!document.getElementById(id)) close()
    },
    onPointerDown() {
      close()
      isPressed = true
      document.addEventListener('pointerup', () => (isPressed = false), { once: true })
    },
    onFocus({ currentTarget }) {
      if (!isPressed) open(currentTarget)
    },
    onBlur: close,
    onClick: close,
  }
  return { stop, close, handlers }
}

/** What the element does itself comes first. */
function both(own: Handlers, ours: Handlers): Handlers {
  const names = Object.keys(ours) as (keyof Handlers)[]
  return Object.fromEntries(
    names.map((name) => [
      name,
      (event: never) => {
        const first = own[name] as ((event: never) => void) | undefined
        const second = ours[name] as (event: never) => void
        first?.(event)
        second(event)
      },
    ]),
  )
}
