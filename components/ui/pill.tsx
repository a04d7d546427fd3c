import { cva, type VariantProps } from 'class-variance-authority'
import type { ReactNode } from 'react'
import { cn } from './cn'

const styles = cva(
  'inline-flex items-center gap-1 rounded-full px-[7px] py-px text-meta tabular-nums whitespace-nowrap [&_svg]:size-3.5 [&_svg]:shrink-0',
  {
    variants: {
      tone: {
        wait: 'bg-wait-soft font-semibold text-wait',
        bad: 'bg-bad-soft font-semibold text-bad',
        ok: 'bg-ok-soft font-medium text-ok',
        bot: 'bg-bot-soft text-bot',
        accent: 'bg-accent-soft font-medium text-accent-ink',
        neutral: 'bg-sunken text-muted',
        outline: 'border border-line bg-sunken px-2 text-text',
        dashed: 'border border-dashed border-line-strong text-muted',
      },
    },
    defaultVariants: { tone: 'neutral' },
  },
)

interface PillProps extends VariantProps<typeof styles> {
  children: ReactNode
  className?: string
}

/** A small state in a word or two. The tone never says anything the words don't. */
export function Pill({ tone, className, children }: PillProps) {
  return <span className={cn(styles({ tone }), className)}>{children}</span>
}
