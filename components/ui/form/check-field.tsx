import { type ReactNode, useId } from 'react'

interface CheckFieldProps {
  label: ReactNode
  hint?: string
  checked: boolean
  disabled?: boolean
  onCheck: (checked: boolean) => void
}

/** A labelled yes or no. */
export function CheckField({ label, hint, checked, disabled, onCheck }: CheckFieldProps) {
  const id = useId()
  return (
    <div className="flex items-start gap-2.5 py-1.5 max-md:py-2.5">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onCheck(event.currentTarget.checked)}
        className="mt-0.5 size-4 shrink-0 accent-accent max-md:size-5"
      />
      <div className="min-w-0">
        <label htmlFor={id} className="block text-list font-medium">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-meta text-muted">
            {hint}
          </p>
        )}
      </div>
    </div>
  )
}
