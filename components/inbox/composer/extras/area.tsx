import { type ComponentProps, useId } from 'react'

interface AreaProps extends Omit<ComponentProps<'textarea'>, 'onChange'> {
  label: string
  onChange: (text: string) => void
}

/** A labelled field for a few lines. */
export function Area({ label, onChange, ...rest }: AreaProps) {
  const id = useId()
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-list font-medium">
        {label}
      </label>
      <textarea
        id={id}
        rows={3}
        dir="auto"
        onChange={(event) => onChange(event.currentTarget.value)}
        className="thin-scroll resize-y rounded-control border border-line-strong bg-surface px-3 py-2 text-body transition-shadow duration-100 focus-visible:border-accent focus-visible:shadow-[0_0_0_3px_var(--accent-soft)] focus-visible:outline-none max-md:text-base"
        {...rest}
      />
    </div>
  )
}
