import { type ComponentType, createContext, type ReactNode } from 'react'

export interface MenuItemProps {
  onSelect: () => void
  icon?: ReactNode
  keys?: string
  /** Why it can't be used now. */
  disabledReason?: string
  danger?: boolean
  children: ReactNode
}

export interface MenuChoiceProps<Value extends string> {
  label: string
  value: Value
  onChange: (value: Value) => void
  choices: { value: Value; label: string; icon?: ReactNode }[]
}

export interface MenuCheckProps {
  checked: boolean
  onChange: (checked: boolean) => void
  /** Why it can't be changed now. */
  disabledReason?: string
  children: ReactNode
}

/** How the entries of a menu are drawn. They come with the open menu, not with the button. */
export interface MenuParts {
  Item: ComponentType<MenuItemProps>
  Choice: <Value extends string>(props: MenuChoiceProps<Value>) => ReactNode
  CheckItem: ComponentType<MenuCheckProps>
  Label: ComponentType<{ children: ReactNode }>
  Separator: ComponentType
}

export const MenuPartsContext = createContext<MenuParts | undefined>(undefined)
