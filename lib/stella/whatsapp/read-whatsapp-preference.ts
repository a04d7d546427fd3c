import type { PreferenceFact } from '@/lib/domain/message/webhook-facts'
import { toHash } from '../reading/hash'
import { asId, asObject, asText, type Json, toCanonicalJson } from '../reading/json'
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
  if (!wish || !id) throw new Unreadable('a preference that names no member')
  const word = asText(wish.value)?.toLowerCase() ?? ''
  const marketing = Object.hasOwn(VALUES, word) ? VALUES[word] : undefined
  const category = asText(wish.category) ?? 'marketing_messages'
  if (!marketing || category !== 'marketing_messages') {
    reading.ignored.push(
      `a preference we show nowhere: ${asId(wish.category) ?? 'none'} ${word}`.trim(),
    )
    return []
  }
  const at = toTime(wish.timestamp, context.receivedAt)
  // As it was told, so that a clock that is far ahead gives the same key again.
  const key = toHash(toCanonicalJson(['preference', id, marketing, wish.timestamp ?? null]))
  return [{ type: 'preference', memberExternalId: id, alsoKnownAs, marketing, key, at }]
}
