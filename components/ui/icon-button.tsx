'use client'

import type { ReactNode } from 'react'
import { Button, type ButtonProps } from './button'
import { cn } from './cn'
import { Kbd } from './kbd'
import { Tooltip } from './tooltip'

interface IconButtonProps extends Omit<ButtonProps, 'children'> {
  /** Its name, also shown as the tooltip. */
  label: string
  /** The key that does the same, shown in the tooltip. */
  keys?: string
  tooltipSide?: 'top' | 'right' | 'bottom' | 'left'
  children: ReactNode
}

/** A button that is only a picture; its name is in the tooltip and for screen readers. */
export function IconButton({
  label,
  keys,
  tooltipSide,
  variant = 'ghost',
  disabledReason,
  className,
  children,
  ...rest
}: IconButtonProps) {
  const words = (
    <>
      {disabledReason ? `${label}: ${disabledReason}` : label}
      {keys && !disabledReason && <Kbd>{keys}</Kbd>}
    </>
  )
  return (
    <Tooltip content={words} side={tooltipSide}>
      <Button
        aria-label={label}
        aria-disabled={disabledReason ? true : undefined}
        variant={variant}
        disabled={rest.disabled || Boolean(disabledReason)}
        className={cn('size-8 px-0 max-md:size-11 max-md:px-0', className)}
        {...rest}
      >
        {children}
      </Button>
    </Tooltip>
  )
}
