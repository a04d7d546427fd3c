import { Pill } from '@/components/ui/pill'

const TONES: Record<string, 'ok' | 'bad' | 'wait' | 'accent' | 'neutral'> = {
  message: 'ok',
  status: 'accent',
  quarantined: 'bad',
  pending: 'wait',
}

/** How an event ended, in a word. */
export function OutcomePill({ outcome }: { outcome: string }) {
  return <Pill tone={TONES[outcome] ?? 'neutral'}>{outcome}</Pill>
}
