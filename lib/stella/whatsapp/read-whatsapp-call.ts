import type { CallFact } from '@/lib/domain/message/webhook-facts'
import { reason } from '@/lib/i18n/reason'
import { asId, asNumber, asObject, asText, type Json, type JsonObject } from '../reading/json'
import { type ReadingContext, Unreadable } from '../reading/reading'
import { toTime } from '../reading/time'
import { type Person, toNames, toPerson } from './read-whatsapp-people'

/** One element of `calls`: a call began (`connect`) or is over (`terminate`). */
export function readCall(
  value: Json,
  people: Person[],
  ours: Set<string>,
  context: ReadingContext,
): CallFact[] {
  const call = asObject(value)
  const callId = asId(call?.id)
  if (!call || !callId) throw new Unreadable(reason('delivery.problem.callId'))
  const by = callerOf(call, people, ours)
  const member = toPerson(
    by === 'member'
      ? { number: asId(call.from), userId: asId(call.from_user_id) }
      : { number: asId(call.to), userId: asId(call.to_user_id) },
    people,
  )
  const { id, alsoKnownAs } = toNames(member)
  if (!id || ours.has(id)) throw new Unreadable(reason('delivery.problem.call'))
  const seconds = asNumber(call.duration)
  return [
    {
      type: 'call',
      memberExternalId: id,
      alsoKnownAs,
      profileName: member?.name,
      by,
      callId,
      state: stateOf(call, seconds),
      seconds: seconds && seconds > 0 ? Math.round(seconds) : undefined,
      at: toTime(call.timestamp, context.receivedAt),
    },
  ]
}

/** Who called: as the platform says, else whichever end is ours or the member's. */
function callerOf(call: JsonObject, people: Person[], ours: Set<string>): CallFact['by'] {
  const direction = asText(call.direction)?.toUpperCase()
  if (direction === 'BUSINESS_INITIATED') return 'us'
  if (direction === 'USER_INITIATED') return 'member'
  const [from, to] = [asId(call.from), asId(call.to)]
  if (from && ours.has(from)) return 'us'
  if (to && ours.has(to)) return 'member'
  return people.some(({ number }) => number !== undefined && number === to) ? 'us' : 'member'
}

/** A call that was taken has a length, or is said to be completed; one that ended otherwise was missed. */
function stateOf(call: JsonObject, seconds: number | undefined): CallFact['state'] {
  if (asText(call.event)?.toLowerCase() !== 'terminate') return 'began'
  const isCompleted = asText(call.status)?.toUpperCase() === 'COMPLETED'
  return (seconds ?? 0) > 0 || (isCompleted && seconds === undefined) ? 'taken' : 'missed'
}
