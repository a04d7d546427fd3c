import { cn } from '@/components/ui/cn'

/** The star of stella-inbox. */
export function Logo({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={cn(
        'grid size-8 place-items-center rounded-[9px] bg-accent text-accent-text',
        className,
      )}
    >
      <svg viewBox="0 0 24 24" className="size-[58%] fill-current" role="presentation">
        <path d="m12 2.5 2.6 6.3 6.9.5-5.3 4.4 1.7 6.7-5.9-3.6-5.9 3.6 1.7-6.7-5.3-4.4 6.9-.5z" />
      </svg>
    </span>
  )
}
