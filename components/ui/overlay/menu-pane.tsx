'use client'

import { Check } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import { type FocusEvent, type ReactNode, useRef } from 'react'
import { cn } from '../cn'
import { Kbd } from '../kbd'
import {
  type MenuCheckProps,
  type MenuChoiceProps,
  type MenuItemProps,
  MenuPartsContext,
} from './menu-parts'
import { StandIn } from './stand-in'
import type { Side } from './tooltip-bubble'

export interface MenuPaneProps {
  /** What it opens from. */
  button: HTMLElement
  side?: Side
  align: 'start' | 'center' | 'end'
  /** Its first entry has the focus at once. */
  byKey: boolean
  onCloseAutoFocus?: (event: Event) => void
  onClose: () => void
  children: ReactNode
}

/** An open menu. */
export function MenuPane({ button, byKey, onClose, children, ...props }: MenuPaneProps) {
  const isLeft = useRef(false)
  const isEntered = useRef(!byKey)
  const enter = (event: FocusEvent<HTMLElement>) => {
    if (isEntered.current) return
    isEntered.current = true
    event.currentTarget.querySelector<HTMLElement>(FIRST_ENTRY)?.focus()
  }
  return (
    <Radix.Root open onOpenChange={(open) => open || onClose()} modal={false}>
      <Radix.Trigger asChild>
        <StandIn element={button} />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          {...props}
          aria-labelledby={button.id}
          sideOffset={6}
          collisionPadding={8}
          onFocus={enter}
          onInteractOutside={() => {
            isLeft.current = true
          }}
          onCloseAutoFocus={(event) => {
            props.onCloseAutoFocus?.(event)
            if (event.defaultPrevented) return
            // The whole menu goes when it closes: Radix has no button left to give the focus back to.
            event.preventDefault()
            if (!isLeft.current) button.focus()
          }}
          className="thin-scroll animate-rise z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 overflow-y-auto rounded-bubble border bg-surface p-1 shadow-float outline-none"
        >
          <MenuPartsContext value={PARTS}>{children}</MenuPartsContext>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

const FIRST_ENTRY = '[role^=menuitem]:not([data-disabled])'

// Signs alone, not the marks that bring their own size and colour.
const ITEM = cn(
  'flex h-8 items-center gap-2.5 rounded-control px-2.5 text-list outline-none select-none data-highlighted:bg-sunken data-disabled:text-faint max-md:h-11 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-muted',
)

function Item({ onSelect, icon, keys, disabledReason, danger, children }: MenuItemProps) {
  return (
    <Radix.Item
      onSelect={onSelect}
      disabled={Boolean(disabledReason)}
      className={cn(ITEM, danger && 'text-bad [&>svg]:text-bad', disabledReason && 'h-auto py-1.5')}
    >
      {icon}
      <span className="min-w-0 flex-1">
        {children}
        {disabledReason && <span className="block text-meta text-muted">{disabledReason}</span>}
      </span>
      {keys && <Kbd className="text-muted">{keys}</Kbd>}
    </Radix.Item>
  )
}

function Choice<Value extends string>({ label, value, onChange, choices }: MenuChoiceProps<Value>) {
  return (
    <Radix.RadioGroup aria-label={label} value={value}>
      {choices.map((choice) => (
        <Radix.RadioItem
          key={choice.value}
          value={choice.value}
          className={ITEM}
          onSelect={(event) => {
            event.preventDefault()
            onChange(choice.value)
          }}
        >
          {choice.icon}
          <span className="flex-1">{choice.label}</span>
          <Radix.ItemIndicator>
            <Check aria-hidden className="size-4 text-muted" />
          </Radix.ItemIndicator>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  )
}

function CheckItem({ checked, onChange, disabledReason, children }: MenuCheckProps) {
  return (
    <Radix.CheckboxItem
      checked={checked}
      disabled={Boolean(disabledReason)}
      onSelect={(event) => {
        event.preventDefault()
        onChange(!checked)
      }}
      className={cn(ITEM, disabledReason && 'h-auto py-1.5')}
    >
      <span className="min-w-0 flex-1">
        {children}
        {disabledReason && <span className="block text-meta text-muted">{disabledReason}</span>}
      </span>
      <span className="grid size-4 place-items-center">
        <Radix.ItemIndicator>
          <Check aria-hidden className="size-4 text-muted" />
        </Radix.ItemIndicator>
      </span>
    </Radix.CheckboxItem>
  )
}

function Label({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2.5 py-1.5 text-meta text-muted">{children}</Radix.Label>
}

function Separator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />
}

const PARTS = { Item, Choice, CheckItem, Label, Separator }
