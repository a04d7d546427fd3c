import { cn } from '@/components/ui/cn'
import type { LocalMessage } from '@/lib/client/message/bubble'

/** The colours of a bubble: by author, and for our own by whether it is known to have arrived or waits to leave. */
export function toBubbleLook(message: LocalMessage, isWaiting = false): string {
  if (message.content.type === 'sticker') return 'border-transparent'
  if (message.author === 'agent') return isWaiting ? UNSETTLED : ownLook(message)
  if (message.author === 'bot') return 'border-bot/30 bg-bot-soft'
  if (message.author === 'member') return cn('border-line bg-surface')
  return cn('border-line-strong bg-bg')
}

const UNSETTLED = cn('border-dashed border-wait bg-wait-soft')

function ownLook({ delivery, local }: LocalMessage): string {
  if (local === 'not-posted' || delivery === 'failed') return 'border-bad/50 bg-bad-soft'
  if (delivery === 'unconfirmed') return UNSETTLED
  return cn('border-accent bg-accent text-accent-text')
}
