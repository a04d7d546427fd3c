import { cn } from './cn'

/** The keys that do the same as what stands beside it. Shown where there is a keyboard. */
export function Kbd({ children, className }: { children: string; className?: string }) {
  return (
    <kbd
      aria-hidden
      className={cn(
        'hidden min-w-[18px] rounded-[4px] border border-current/35 px-1 text-center font-sans text-[11px] leading-4 font-medium md:inline-block',
        className,
      )}
    >
      {children}
    </kbd>
  )
}
