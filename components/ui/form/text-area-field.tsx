import { type ComponentProps, useId } from 'react'
import { cn } from '../cn'

interface TextAreaFieldProps extends ComponentProps<'textarea'> {
  label: string
  hint?: string
}

/** A labelled field for longer words. */
export function TextAreaField({ label, hint, className, ...rest }: TextAreaFieldProps) {
  const id = useId()
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-list font-medium">
        {label}
      </label>
      <textarea
        id={id}
        dir="auto"
        rows={4}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className={cn(
          'thin-scroll rounded-control border border-line-strong bg-surface px-3 py-2 text-body focus-visible:border-accent focus-visible:shadow-[0_0_0_3px_var(--accent-soft)] focus-visible:outline-none max-md:text-base',
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
