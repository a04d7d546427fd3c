'use client'

import { Check } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from './cn'
import { Kbd } from './kbd'

interface MenuProps {
  /** The button that opens it. */
  trigger: ReactNode
  side?: 'top' | 'right' | 'bottom' | 'left'
  align?: 'start' | 'center' | 'end'
  /** It has closed and is about to give the focus back to its button, unless the event is prevented. */
  onCloseAutoFocus?: (event: Event) => void
  children: ReactNode
}

/** A menu on a button. */
export function DropdownMenu({
  trigger,
  side,
  align = 'end',
  onCloseAutoFocus,
  children,
}: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={onCloseAutoFocus}
          className="thin-scroll animate-rise z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 overflow-y-auto rounded-bubble border bg-surface p-1 shadow-float outline-none"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

// Signs alone, not the marks that bring their own size and colour.
const ITEM = cn(
  'flex h-8 items-center gap-2.5 rounded-control px-2.5 text-list outline-none select-none data-highlighted:bg-sunken data-disabled:text-faint max-md:h-11 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-muted',
)

interface MenuItemProps {
  onSelect: () => void
  icon?: ReactNode
  keys?: string
  /** Why it can't be used now. */
  disabledReason?: string
  danger?: boolean
  children: ReactNode
}

export function MenuItem({
  onSelect,
  icon,
  keys,
  disabledReason,
  danger,
  children,
}: MenuItemProps) {
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

interface MenuChoiceProps<Value extends string> {
  label: string
  value: Value
  onChange: (value: Value) => void
  choices: { value: Value; label: string; icon?: ReactNode }[]
}

/** One of a few, chosen inside a menu; the menu stays open so that the effect can be seen. */
export function MenuChoice<Value extends string>({
  label,
  value,
  onChange,
  choices,
}: MenuChoiceProps<Value>) {
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

interface MenuCheckProps {
  checked: boolean
  onChange: (checked: boolean) => void
  /** Why it can't be changed now. */
  disabledReason?: string
  children: ReactNode
}

/** Something that is on or off; the menu stays open so that the effect can be seen. */
export function MenuCheck({ checked, onChange, disabledReason, children }: MenuCheckProps) {
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

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2.5 py-1.5 text-meta text-muted">{children}</Radix.Label>
}

export function MenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />
}
