import { Pill } from '@/components/ui/pill'
import { useTranslator } from '@/lib/i18n/use-translator'
import { outcomeName } from './event-words'

const TONES: Record<string, 'ok' | 'bad' | 'wait' | 'accent' | 'neutral'> = {
  message: 'ok',
  status: 'accent',
  quarantined: 'bad',
  pending: 'wait',
}

/** How an event ended, in a word. */
export function OutcomePill({ outcome }: { outcome: string }) {
  const { say } = useTranslator()
  return <Pill tone={TONES[outcome] ?? 'neutral'}>{say(outcomeName(outcome))}</Pill>
}
