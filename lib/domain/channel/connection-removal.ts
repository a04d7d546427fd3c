import { type Reason, reason } from '@/lib/i18n/reason'

/** Why a connection can't be removed; undefined when it can. Screen and server share the rule. */
export function removalBlockedBecause({ connected }: { connected: number }): Reason | undefined {
  return connected === 0 ? undefined : reason('connection.rule.stillUsed', { count: connected })
}
