import { cn } from '@/components/ui/cn'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConversationView } from '@/lib/view/conversation-view'
import { toWindowWords } from './window-words'

const TONES = {
  calm: 'text-muted',
  wait: cn('font-medium text-wait'),
  closed: cn('font-medium text-bad'),
}
const RINGS = { calm: 'text-ok', wait: 'text-wait', closed: 'text-bad' }
const RADIUS = 15
const ROUND = 2 * Math.PI * RADIUS

/** How long the platform still takes free text, as words and as a ring that empties. */
export function WindowLine({ conversation, now }: { conversation: ConversationView; now: number }) {
  const { say } = useTranslator()
  const line = toWindowWords(conversation, now)
  if (!line) return null
  return (
    // On a phone it has a line of its own above the buttons.
    <span
      className={`inline-flex items-center gap-1.5 text-meta max-md:order-first max-md:basis-full max-md:px-1.5 ${TONES[line.tone]}`}
    >
      <svg viewBox="0 0 36 36" aria-hidden className={`-rotate-90 size-3.5 ${RINGS[line.tone]}`}>
        <g fill="none" stroke="currentColor" strokeWidth="5">
          <circle cx="18" cy="18" r={RADIUS} className="opacity-25" />
          <circle cx="18" cy="18" r={RADIUS} strokeDasharray={`${line.left * ROUND} ${ROUND}`} />
        </g>
      </svg>
      {say(line.words)}
    </span>
  )
}
