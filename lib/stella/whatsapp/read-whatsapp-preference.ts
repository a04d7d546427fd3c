import type { PreferenceFact } from '@/lib/domain/message/webhook-facts'
import { type Reason, reason } from '@/lib/i18n/reason'
import { toHash } from '../reading/hash'
import { asId, asObject, asText, type Json, toCanonicalJson, toLabel } from '../reading/json'
import type { UnnumberedReading } from '../reading/number-facts'
import { type ReadingContext, Unreadable } from '../reading/reading'
import { toTime } from '../reading/time'
import { type Person, toNames, toPerson } from './read-whatsapp-people'

const VALUES: Record<string, PreferenceFact['marketing']> = { stop: 'stop', resume: 'resume' }

/** One element of `user_preferences`: the member stops or resumes marketing messages. */
export function readPreference(
  reading: UnnumberedReading,
  value: Json,
  people: Person[],
  context: ReadingContext,
): PreferenceFact[] {
  const wish = asObject(value)
  const ids = { number: asId(wish?.wa_id), userId: asId(wish?.user_id) }
  const { id, alsoKnownAs } = toNames(toPerson(ids, people))
  if (!wish || !id) throw new Unreadable(reason('delivery.problem.preference'))
  const word = asText(wish.value)?.toLowerCase() ?? ''
  const marketing = Object.hasOwn(VALUES, word) ? VALUES[word] : undefined
  const category = asText(wish.category) ?? 'marketing_messages'
  if (!marketing || category !== 'marketing_messages') {
    reading.ignored.push(toRule(asId(wish.category), word))
    return []
  }
  const at = toTime(wish.timestamp, context.receivedAt)
  // As it was told, so that a clock that is far ahead gives the same key again.
  const key = toHash(toCanonicalJson(['preference', id, marketing, wish.timestamp ?? null]))
  return [{ type: 'preference', memberExternalId: id, alsoKnownAs, marketing, key, at }]
}

function toRule(category: string | undefined, word: string): Reason {
  const value = toLabel(word)
  return category === undefined
    ? reason('delivery.rule.namelessPreference', { value })
    : reason('delivery.rule.preference', { category, value })
}
