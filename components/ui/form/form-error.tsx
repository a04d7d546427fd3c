import { CircleAlert } from 'lucide-react'

/** Why a form was not taken; read aloud as it appears. */
export function FormError({ children }: { children?: string }) {
  return (
    <div role="alert" className="empty:hidden">
      {children && (
        <p className="animate-appear flex items-start gap-2 rounded-control bg-bad-soft px-3 py-2 text-list text-bad">
          <CircleAlert aria-hidden className="mt-px size-4 shrink-0" />
          {children}
        </p>
      )}
    </div>
  )
}
