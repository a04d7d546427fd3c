import type { ReactNode } from 'react'

interface NoticeProps {
  icon?: ReactNode
  title: string
  /** What to do next, in a sentence. */
  children?: ReactNode
  action?: ReactNode
  /** Said aloud at once by screen readers. */
  urgent?: boolean
}

/** What a pane says when it has nothing to show: why, and the next step. */
export function Notice({ icon, title, children, action, urgent }: NoticeProps) {
  return (
    <div
      role={urgent ? 'alert' : undefined}
      className="animate-appear flex flex-col items-center gap-1 px-8 py-10 text-center"
    >
      {icon && (
        <span
          aria-hidden
          className="mb-3 grid size-11 place-items-center rounded-full bg-sunken text-muted [&_svg]:size-5"
        >
          {icon}
        </span>
      )}
      <p className="font-semibold text-balance">{title}</p>
      {children && <div className="max-w-72 text-list text-balance text-muted">{children}</div>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  )
}
