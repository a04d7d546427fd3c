import type { ComponentProps } from 'react'
import { useId } from 'react'
import { cn } from '../cn'

interface FieldProps extends ComponentProps<'input'> {
  label: string
  /** A sentence under the field. */
  hint?: string
  /** The label is for screen readers only. */
  bare?: boolean
}

/** A labelled input of a form. */
export function Field({ label, hint, bare, className, ...rest }: FieldProps) {
  const id = useId()
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className={bare ? 'sr-only' : 'text-list font-medium'}>
        {label}
      </label>
      <input
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className={cn(
          'h-10 rounded-control border border-line-strong bg-surface px-3 text-body transition-shadow duration-100 focus-visible:border-accent focus-visible:shadow-[0_0_0_3px_var(--accent-soft)] focus-visible:outline-none max-md:h-11 max-md:text-base',
          className,
        )}
        {...rest}
      />
      {hint && (
        <p id={`${id}-hint`} className="text-meta text-muted">
          {hint}
        </p>
      )}
    </div>
  )
}
