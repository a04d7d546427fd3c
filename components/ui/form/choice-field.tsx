import { type ComponentProps, useId } from 'react'
import { cn } from '../cn'

interface ChoiceFieldProps extends Omit<ComponentProps<'select'>, 'onChange'> {
  label: string
  hint?: string
  choices: { value: string; label: string }[]
  onChoice: (value: string) => void
  /** The label is for screen readers only. */
  bare?: boolean
}

/** A labelled choice of one among a few. */
export function ChoiceField({
  label,
  hint,
  choices,
  onChoice,
  bare,
  className,
  ...rest
}: ChoiceFieldProps) {
  const id = useId()
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className={bare ? 'sr-only' : 'text-list font-medium'}>
        {label}
      </label>
      <select
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChoice(event.currentTarget.value)}
        className={cn(
          'h-10 min-w-0 rounded-control border border-line-strong bg-surface px-2.5 text-body focus-visible:border-accent focus-visible:shadow-[0_0_0_3px_var(--accent-soft)] focus-visible:outline-none max-md:h-11 max-md:text-base',
          className,
        )}
        {...rest}
      >
        {choices.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      {hint && (
        <p id={`${id}-hint`} className="text-meta text-muted">
          {hint}
        </p>
      )}
    </div>
  )
}
