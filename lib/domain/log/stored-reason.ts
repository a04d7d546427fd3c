import { isReason, type Reason, reason, type Said, toSaid, type Value } from '@/lib/i18n/reason'

/*
 * Reasons of an outcome as rows keep them. They quote what arrived, which may be text that Postgres refuses, or of any
 * length.
 */

/** Reasons that are told one by one; of the others only how many there are. */
const TOLD_MAX = 10
const QUOTED_LENGTH_MAX = 500

/** Some reasons as one that can be stored; null where there are none. */
export function toStoredReason(reasons: readonly Reason[]): Reason | null {
  const told = joined(reasons.slice(0, TOLD_MAX).map(toStorable))
  const rest = reasons.length - TOLD_MAX
  if (!told || rest <= 0) return told ?? null
  return reason('delivery.andMore', { first: told, count: rest })
}

/** The rules by which an event was ignored, as the text by which they are counted; null where there are none. */
export function toRuleText(rules: readonly Reason[]): string | null {
  const stored = toStoredReason(rules)
  return stored && JSON.stringify(stored)
}

/** What such a text says. One of an older version is the rule's name, as it stands. */
export function toRule(text: string): Said {
  return toSaid(text)
}

function joined(reasons: Reason[]): Reason | undefined {
  return reasons.reduceRight<Reason | undefined>(
    (second, first) => (second ? reason('delivery.both', { first, second }) : first),
    undefined,
  )
}

function toStorable({ key, values }: Reason): Reason {
  if (!values) return { key }
  const pairs = Object.entries(values).map(([name, value]) => [name, toStorableValue(value)])
  return { key, values: Object.fromEntries(pairs) }
}

function toStorableValue(value: Value): Value {
  if (typeof value === 'string') return toStorableText(value)
  return isReason(value) ? toStorable(value) : value
}

function toStorableText(text: string): string {
  return text.slice(0, QUOTED_LENGTH_MAX).toWellFormed().replaceAll('\u0000', '\uFFFD')
}
