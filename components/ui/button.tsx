'use client'

import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps, MouseEvent } from 'react'
import { cn } from './cn'
import { Spinner } from './feedback/spinner'
import { Tooltip } from './tooltip'

const styles = cva(
  'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-control border font-medium whitespace-nowrap transition-colors duration-100 select-none aria-disabled:opacity-55',
  {
    variants: {
      variant: {
        primary:
          'border-transparent bg-accent text-accent-text not-aria-disabled:hover:bg-accent-strong',
        secondary:
          'border-line-strong bg-surface text-text not-aria-disabled:hover:bg-sunken not-aria-disabled:active:bg-line',
        ghost:
          'border-transparent text-muted not-aria-disabled:hover:bg-sunken not-aria-disabled:hover:text-text',
        danger:
          'border-transparent bg-bad-soft text-bad not-aria-disabled:hover:border-bad not-aria-disabled:hover:bg-bad-soft',
        link: 'border-transparent text-accent-ink underline underline-offset-2 not-aria-disabled:hover:decoration-2',
      },
      size: {
        sm: 'h-6 px-2 text-meta max-md:h-8',
        md: 'h-8 px-2.5 text-list max-md:h-11 max-md:px-3.5',
        lg: 'h-10 px-4 text-body max-md:h-11',
      },
    },
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
)

export interface ButtonProps extends ComponentProps<'button'>, VariantProps<typeof styles> {
  /** Why it can't be used now: it stays visible and focusable, does nothing, and says this. */
  disabledReason?: string
  /** Its work is under way: it can't be pressed again, and says so. */
  pending?: boolean
}

/** A button. One that can't be used says why instead of going away. */
export function Button({
  variant,
  size,
  disabledReason,
  pending,
  disabled,
  className,
  onClick,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  const blocked = Boolean(disabledReason) || pending || disabled
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (blocked) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <Tooltip content={disabledReason}>
      <button
        type={type}
        aria-disabled={blocked || undefined}
        aria-busy={pending || undefined}
        className={cn(styles({ variant, size }), className)}
        onClick={press}
        {...rest}
      >
        {pending && <Spinner className="size-3.5" />}
        {children}
      </button>
    </Tooltip>
  )
}
