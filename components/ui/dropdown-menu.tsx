'use client'

import {
  cloneElement,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  useContext,
  useId,
  useState,
} from 'react'
import { deferred } from './deferred/deferred'
import type { MenuPaneProps } from './overlay/menu-pane'
import {
  type MenuCheckProps,
  type MenuChoiceProps,
  type MenuItemProps,
  MenuPartsContext,
} from './overlay/menu-parts'
import type { Side } from './overlay/tooltip-bubble'

const Pane = deferred<MenuPaneProps>(async () => (await import('./overlay/menu-pane')).MenuPane)

interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement<Record<string, unknown>>
  side?: Side
  align?: 'start' | 'center' | 'end'
  /** It has closed and is about to give the focus back to its button, unless the event is prevented. */
  onCloseAutoFocus?: (event: Event) => void
  children: ReactNode
}

interface Opened {
  button: HTMLElement
  byKey: boolean
}

const OPENING_KEYS = ['Enter', ' ', 'ArrowDown']

/** A menu on a button. */
export function DropdownMenu({ trigger, align = 'end', children, ...props }: MenuProps) {
  const id = useId()
  const [opened, setOpened] = useState<Opened>()
  const close = () => setOpened(undefined)
  const toggle = (button: HTMLElement, byKey: boolean) =>
    opened ? close() : setOpened({ button, byKey })
  return (
    <>
      {cloneElement(trigger, {
        id,
        'aria-haspopup': 'menu',
        'aria-expanded': opened !== undefined,
        'data-state': opened ? 'open' : 'closed',
        onPointerEnter: Pane.preload,
        onFocus: Pane.preload,
        onPointerDown: (event: PointerEvent<HTMLElement>) => {
          if (event.button !== 0 || event.ctrlKey) return
          toggle(event.currentTarget, false)
          // The focus goes to the menu, not to its button.
          if (!opened) event.preventDefault()
        },
        onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
          if (!OPENING_KEYS.includes(event.key)) return
          event.preventDefault()
          toggle(event.currentTarget, true)
        },
      })}
      {opened && (
        <Pane {...props} {...opened} align={align} onClose={close}>
          {children}
        </Pane>
      )}
    </>
  )
}

/** What can be chosen in a menu; it closes. */
export function MenuItem(props: MenuItemProps) {
  const { Item } = useMenuParts()
  return <Item {...props} />
}

/** One of a few, chosen inside a menu; the menu stays open so that the effect can be seen. */
export function MenuChoice<Value extends string>(props: MenuChoiceProps<Value>) {
  const { Choice } = useMenuParts()
  return <Choice {...props} />
}

/** Something that is on or off; the menu stays open so that the effect can be seen. */
export function MenuCheck(props: MenuCheckProps) {
  const { CheckItem } = useMenuParts()
  return <CheckItem {...props} />
}

export function MenuLabel({ children }: { children: ReactNode }) {
  const { Label } = useMenuParts()
  return <Label>{children}</Label>
}

export function MenuSeparator() {
  const { Separator } = useMenuParts()
  return <Separator />
}

function useMenuParts() {
  const parts = useContext(MenuPartsContext)
  if (!parts) throw new Error('An entry of a menu needs an open menu around it.')
  return parts
}
